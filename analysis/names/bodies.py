"""Words that make organizations' names: heads, company endings, bodies known by one word.

Data only; every word is lower case and without its full stop.
"""

from __future__ import annotations

PREFIX_HEADS = frozenset(
    "ministry ministries department departments office offices bureau directorate agency "
    "council court courts university universities institute institutes institution college "
    "academy school faculty bank association federation confederation union league society "
    "foundation fund committee commission board chamber authority organisation organization "
    "party front movement alliance coalition congress parliament assembly house senate "
    "secretariat center centre church archdiocese diocese embassy consulate network service "
    "services administration corporation company group club museum hospital forum platform "
    "task-force headquarters inspectorate observatory registry guild order brotherhood army "
    "forces command brigade conference synod tribunal high-commissioner high-commission "
    "initiative campaign collective cooperative syndicate consortium trust library".split()
)
"""Heads that "of" or "for" may follow ("Ministry of Health", "Bank of America")."""

SUFFIX_HEADS = frozenset(
    "ministry department office bureau directorate agency council court courts university "
    "institute institution college academy school bank association federation confederation "
    "union league society foundation fund committee commission board chamber authority "
    "organisation organization party front movement alliance coalition congress parliament "
    "assembly senate secretariat centre center church archdiocese diocese embassy consulate "
    "network service services administration corporation company group club museum hospital "
    "hospitals clinic forum inspectorate observatory guild brotherhood army forces police "
    "force guard guards brigade battalion tribunal initiative collective cooperative "
    "syndicate consortium trust airlines airways air motors electronics industries holdings "
    "pharmaceuticals bancorp partners ventures capital enterprises technologies systems "
    "laboratories labs lab studios studio records entertainment media press news times post "
    "herald tribune gazette telegraph journal guardian chronicle observer daily weekly "
    "magazine newspaper newspapers radio television tv broadcasting fc afc united rovers "
    "wanderers railways rail railway electric energy petroleum oil gas mining steel telecom "
    "telecommunications mobile insurance financial securities investments properties "
    "supermarkets stores hotels resorts foods breweries legislature cabinet taskforce team "
    "squad unit division corps command navy coastguard customs treasury exchange dispensary "
    "polytechnic seminary faculty watch international programme program mission orchestra "
    "theatre theater consulting".split()
)
"""Heads at the end of a name ("Interior Ministry", "Labour Court")."""

CHAMBERS = frozenset({"parliament", "senate", "assembly"})
"""Heads behind which "for" names a member's seat: "Parliament for Mount Alba"."""

WEAK_HEADS = frozenset(
    "house senate order trust library center centre church group club company service "
    "services air capital partners media press news times post herald journal guardian "
    "observer daily weekly magazine radio television mobile rail oil gas energy electric "
    "steel financial exchange united team squad unit division command mission watch "
    "international program programme fund front force guard guards army forces network "
    "initiative campaign conference forum platform systems customs cabinet fc theatre "
    "theater hotels insurance records entertainment industries mining railway office board "
    "league offices headquarters treasury legislature police".split()
)
"""Heads that name places, things and events as well: the model's own label has a word too."""

COMPANY_ENDINGS = frozenset(
    "inc incorporated corp corporation co company ltd limited llc llp plc gmbh ag sa sas "
    "spa bv nv ab as asa oy oyj kk pte pty bhd sdn srl sarl tbk pjsc ojsc holdings group lp".split()
)
"""Legal forms at the end of a company's name."""

METONYMS = frozenset(
    "kremlin pentagon congress parliament senate knesset bundestag bundesrat duma verkhovna "
    "politburo vatican interpol europol eurostat opec nato unesco unicef unhcr fifa uefa "
    "asean mercosur hezbollah hamas taliban isis mossad fbi cia nsa nasa who wto imf icc "
    "icj bbc cnn reuters bloomberg afp tass xinhua un eu".split()
)
"""Single words that stand for a body in news, whatever the article."""

TOPIC_WORDS = frozenset(
    "act bill law treaty agreement accord convention award prize cup championship "
    "championships games olympics festival summit conference war day week month year plan "
    "report programme program project game season tournament trophy marathon protocol "
    "resolution constitution covenant declaration framework strategy index survey study "
    "poll pact deal scheme medal film movie book novel song album show series podcast "
    "street road avenue highway bridge airport stadium park island river lake mountain "
    "valley province state city town village county district region peninsula strait sea "
    "ocean bay gulf desert forest square palace tower hall building hotel crisis massacre "
    "amendment amendments eve election elections referendum revolution uprising movement code "
    "virus variant disease syndrome vaccine era age peace nobel".split()
)
"""A name that ends in one of these is a law, an event, a work or a place, not a body."""

SMALL_WORDS = frozenset(
    "of the and for in on & at to against de del la le des du et y und fur a".split()
)
"""Words inside a body's name that its acronym leaves out."""

NEVER_BODIES = frozenset(
    "sens reps secs govs ngo ngos ceo ceos cfo gdp gnp pdf nft nfts cbd ai tv pr it hiv aids dna "
    "rna id ids suv suvs ev evs mp mps mla mlas mep meps pm vat ipo ipos faq diy vip ptsd adhd "
    "dvd cd pc usb gps lgbt lgbtq lgbtqi bame sar hr rd kpi esg mou mous rti cctv sms url http "
    "https www am gmt est pst utc ist jr sr phd mba md ba bsc msc hsc ssc cv btw asap eta covid "
    "covid-19 sars mers h1n1 pcr icu hajj umrah eid diwali easter christmas islam hinduism "
    "judaism buddhism christianity almighty internet bitcoin ethereum android ios windows brexit "
    "earth god god's allah bible quran koran torah executive judiciary opposition cabinet "
    "government state republic kingdom treasury army navy royal vp vps soes sme smes stem tb coo "
    "dp cm dgp dcm fir b.c.e b.c a.d nu dig ssp obc sc st event mondays tuesdays wednesdays "
    "thursdays fridays saturdays sundays parliamentarians".split()
)
"""Words and short forms that are no organization when they stand alone."""

PLATFORMS = frozenset(
    "facebook twitter instagram youtube whatsapp tiktok telegram wechat weibo snapchat "
    "linkedin pinterest reddit signal zoom skype messenger spotify netflix google wikipedia "
    "tumblr flickr soundcloud twitch discord clubhouse vimeo parler threads x".split()
)
"""Services named as the place where something was said; companies only when they act."""

CLASSES_BEFORE = frozenset(
    "automaker carmaker group company firm newspaper daily weekly tabloid magazine broadcaster "
    "agency party club airline bank retailer startup start-up ngo charity nonprofit "
    "non-profit giant network station website outlet union conglomerate manufacturer brewer "
    "publisher studio label contractor operator supplier laboratory pharma drugmaker "
    "developer insurer lender brokerage consultancy thinktank think-tank tank watchdog "
    "regulator militia faction band orchestra portal maker chain".split()
)
"""Common nouns before a body's name: "French automaker Verlane"."""

CLASSES_BEHIND = frozenset(
    "newspaper magazine company party agency police university club foundation charity "
    "organization organisation supermarket airline airlines website group bank store stores "
    "spokesman spokeswoman spokesperson militants fighters movement television radio "
    "lawmaker lawmakers factory publication tabloid journal broadcaster restaurant".split()
)
"""Common nouns behind a body's name: "the Sentido newspaper"."""

CLASSES_APPOSED = (
    CLASSES_BEFORE
    | CLASSES_BEHIND
    | frozenset(
        "organisation organization group association institute body coalition alliance "
        "nonprofit center centre subsidiary affiliate collective movement initiative business "
        "brand league school college hospital ministry department commission committee "
        "council".split()
    )
)
"""Nouns by which an apposition explains a body: "Ostra, a Norway-based non-profit"."""

TOPIC_HEADS = frozenset(
    "law republic emirate kingdom presidency day city mayor government minister ministers "
    "state duchy sultanate commonwealth dynasty empire revolution war battle treaty act "
    "bill declaration code registry plan massacre era citadel sanctuary strait gulf bay "
    "isle republics province district region lake mount river sea cape port town village "
    "city-state prize award cup order medal bishop king queen prince president "
    "archbishop director head chief secretary week month year summit".split()
)
"""A name "X of Y" with one of these for X is no body."""

WEEK_AND_MONTHS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december".split()
)

SUBJECTS = frozenset(
    "health education culture tourism food drug drugs trade industry industries commerce "
    "science technology technologies agriculture fisheries forestry forests environment "
    "energy water labor labour employment justice defense security finance economy planning "
    "development transport transportation communications information sports sport youth "
    "women family children social welfare human humanitarian cultural judicial prison legal "
    "religious foreign home internal interior external affairs immigration customs excise "
    "border revenue arts research innovation housing urban rural land mines mining "
    "petroleum natural resources climate ocean oceanic atmospheric safety standards medical "
    "medicine dentists practitioners pharmaceutical engineering management business "
    "economic economics statistics records international national regional local "
    "municipalities corporate communication strategy higher insights trends crime civil "
    "military naval air space nuclear electric gas wildlife parks fishery livestock "
    "veterinary supply consumer competition media broadcasting infrastructure aviation "
    "maritime shipping ports rail roads public private scientific electoral constitutional "
    "administration administrative archives heritage antiquities religion nature".split()
)
"""What bodies deal with: words that "and" may join inside a name."""
