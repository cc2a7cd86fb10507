"""Words of saying and words for those who speak. Data and its inflection; no rules of use."""

from __future__ import annotations

_SAY = """
say tell add state note explain announce report claim argue insist reply respond answer ask
write tweet retort remark observe comment declare proclaim assert affirm confirm deny concede
admit acknowledge allege contend maintain stress emphasise emphasize underline underscore warn
caution predict recall recount relate reveal disclose divulge stipulate conclude continue
reiterate repeat quip joke laugh sigh shout yell scream cry exclaim whisper mutter murmur
lament complain grumble protest object interject retaliate counter rejoin suggest propose
recommend advise urge plead beg implore exhort demand order instruct inform notify assure
promise pledge vow swear boast brag gush enthuse opine muse reason reckon elaborate clarify
specify mention quote cite testify plead read post caption blog message text email sing chant
joke hint imply intone thunder fume rail rant snap blurt concur agree disagree forecast
highlight detail outline describe narrate summarise summarize rule marvel
chorus bellow bark boom growl grunt groan moan hiss snarl sneer scoff sob stammer stutter wail whine
posit postulate theorise theorize hypothesise hypothesize surmise pronounce proffer volunteer
interrupt confess confide attest aver avow bemoan admonish reprimand berate gripe jest deadpan
crow exult riposte snipe sniff gloat intimate mumble opine philosophise pontificate profess query
quibble scrawl snort splutter sputter squeal yelp wisecrack editorialise editorialize
"""
_WEAK = """
believe think feel know hope expect fear doubt worry consider regard see view call label brand
dub term deem describe accuse blame criticise criticize condemn denounce deplore decry slam
blast lambast lambaste praise hail laud applaud welcome thank congratulate reject dismiss rebut
refute rebuke defend support back threaten appeal refer speak talk discuss address
apologise apologize express voice convey communicate signal indicate
invite encourage challenge question wonder tout characterise characterize portray paint compare
liken equate attribute justify cheer greet remember recite translate identify name marvel respond
pray reassure remind teach preach lecture scold taunt tease mock ridicule attack charge vent
begin sum estimate calculate guess assume suppose
realise realize learn hear understand
echo parrot dispute chide chastise counsel heckle hazard vouch guarantee suspect rue regret
reproach bristle
commend compliment salute extol commemorate eulogise eulogize rejoice console castigate
censure deride denigrate disparage belittle upbraid revile vilify remonstrate
request enquire inquire entreat enjoin petition decree dictate
foretell forewarn prophesy
reminisce ruminate ponder contemplate expound evoke invoke
depict herald trumpet flag credit advocate endorse espouse
bluster parry carp chuckle chortle giggle drawl
"""
# Forms that are commonly something else than verbs of saying: they need a tagger's word for it.
_NEEDS_VERB_TAG = frozenset(
    """claim claims report reports state states note notes comment comments answer answers ask
    question questions post posts order orders demand demands promise promises reply replies tweet
    tweets remark remarks view views call calls name names term terms brand back end ends start
    point points show shows mean means hope hopes fear fears doubt doubts worry support supports
    welcome charge charges challenge attack attacks appeal appeals address vow vows pledge pledges
    quote quotes text texts message rule rules hold holds held find finds found figure estimate
    laugh cry object protest counter reason close open read label view wonder detail details
    post sum show back named called joke chant hint rail rant sing see sees saw seen known
    understood felt ended opened closed started supported backed charged attacked discussed
    chorus bark barks boom booms growl groan moan hiss sob sobs crow crows intimate query queries
    echo echoes counsel hazard regret regrets dispute disputes suspect suspects volunteer volunteers
    guarantee guarantees sniff snort whine
    salute salutes request requests decree decrees petition petitions
    flag flags credit credits herald heralds trumpet trumpets advocate advocates console consoles
    parry carp drawl chuckle chortle giggle censure
    ordered welcomed meaning feeling opening ruling finding building beginning ending""".split()
)
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "speak": "speaks spoke spoken speaking",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "know": "knows knew known knowing",
    "see": "sees saw seen seeing",
    "mean": "means meant meaning",
    "swear": "swears swore sworn swearing",
    "sing": "sings sang sung singing",
    "read": "reads reading",
    "find": "finds found finding",
    "hold": "holds held holding",
    "show": "shows showed shown showing",
    "begin": "begins began begun beginning",
    "teach": "teaches taught teaching",
    "seek": "seeks sought seeking",
    "hear": "hears heard hearing",
    "understand": "understands understood understanding",
    "put": "puts putting",
    "refer": "refers referred referring",
    "admit": "admits admitted admitting",
    "concur": "concurs concurred concurring",
    "rebut": "rebuts rebutted rebutting",
    "snap": "snaps snapped snapping",
    "brag": "brags bragged bragging",
    "beg": "begs begged begging",
    "blog": "blogs blogged blogging",
    "dub": "dubs dubbed dubbing",
    "foretell": "foretells foretold foretelling",
    "extol": "extols extolled extolling",
    "sum": "sums summed summing",
    "wrap": "wraps wrapped wrapping",
    "slam": "slams slammed slamming",
    "quip": "quips quipped quipping",
    "begin ": "",
}


def _forms(lemma: str) -> list[str]:
    """Return a verb's forms by spelling."""
    if lemma in _IRREGULAR:
        return [lemma, *_IRREGULAR[lemma].split()]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return [lemma, third, lemma + "ed", lemma + "ing"]


SAY_VERBS = frozenset(_SAY.split())
"""Verbs that mostly bring somebody's words."""
WEAK_VERBS = frozenset(_WEAK.split()) - SAY_VERBS
"""Verbs that bring somebody's words only beside marks."""
VERB_FORMS = {
    form: lemma for lemma in sorted(WEAK_VERBS) + sorted(SAY_VERBS) for form in _forms(lemma)
}
"""Every form of both kinds, lower case, to its lemma."""
AMBIGUOUS_FORMS = _NEEDS_VERB_TAG
"""Forms that count only where the tagger calls them verbs."""
TELLING = frozenset(
    """tell inform notify assure remind ask urge advise warn instruct order beg implore exhort
    thank congratulate accuse blame criticise criticize praise reassure scold invite commend
    compliment console request enjoin entreat upbraid castigate forewarn""".split()
)
"""Verbs whose object is somebody spoken to or about, not the speaker."""
WRITING = frozenset("write post tweet blog message email text address".split())
"""Verbs of what people do with a writing, and a writing never does."""

SPEECH_NOUNS = frozenset(
    """statement comment remark claim announcement speech interview tweet post letter message
    declaration warning argument assertion accusation call promise pledge testimony question
    answer reply response email memo report ruling judgment verdict communique release word words
    comments remarks claims""".split()
)
"""Nouns for what somebody said or wrote."""
DOCUMENT_NOUNS = frozenset(
    """statement letter report study survey post tweet document bulletin communique release article
    paper email memo ruling judgment decree advisory notice petition motion website
    complaint lawsuit affidavit indictment filing story resolution poll analysis note
    message book text placard sign banner caption headline editorial communiqué circular
    memorandum treaty agreement constitution charter manual brochure leaflet pamphlet flyer
    poster billboard manifesto essay column blog obituary transcript dossier diary memoir
    biography poem proverb plaque dispatch summary footnote preamble foreword preface audit
    deposition subpoena writ guideline""".split()
)
"""Nouns for writings that can "say" something."""
TERM_WORDS = frozenset(
    """called titled entitled named dubbed nicknamed termed known labelled labeled term word words
    phrase title slogan motto theme nickname alias song film movie book album novel play show
    series programme program project campaign hashtag caption heading headline acronym short
    expression concept so-called labelled""".split()
)
"""Words before marks that make what they enclose a title, a term or a nickname."""

PERSON_NOUNS = frozenset(
    """official officer spokesman spokeswoman spokesperson representative minister president
    chairman chairwoman chairperson chair chief director manager leader head secretary ambassador
    senator lawmaker legislator congressman congresswoman mp politician candidate governor mayor
    councillor councilor premier chancellor king queen prince princess pope bishop priest imam
    pastor reverend judge justice prosecutor lawyer attorney solicitor barrister counsel sheriff
    detective inspector sergeant captain colonel general commander lieutenant major admiral
    soldier diplomat envoy negotiator delegate commissioner executive ceo founder cofounder owner
    boss employer employee worker unionist economist analyst expert researcher scientist professor
    lecturer teacher student pupil academic historian author writer novelist poet journalist
    reporter correspondent editor columnist broadcaster blogger commentator anchor host artist
    actor actress singer musician director filmmaker producer photographer designer architect
    engineer doctor physician nurse surgeon psychologist pharmacist patient coach trainer manager
    player footballer striker goalkeeper midfielder defender captain athlete runner swimmer
    cyclist boxer referee farmer fisherman trader merchant shopkeeper vendor driver pilot
    passenger resident villager neighbour neighbor local citizen voter protester activist
    campaigner advocate organiser organizer volunteer refugee migrant survivor victim witness
    bystander suspect defendant plaintiff accused man woman boy girl mother father parent son
    daughter brother sister husband wife widow uncle aunt cousin grandmother grandfather friend
    colleague insider source aide adviser advisor assistant deputy veteran billionaire tycoon
    businessman businesswoman entrepreneur investor banker broker lobbyist member user customer
    client fan supporter critic opponent rival dissident rebel militant guide curator librarian
    star legend tourist traveller chef cook hunter ranger guard policeman policewoman firefighter
    magistrate ombudsman registrar coordinator superintendent headteacher principal dean rector
    elder person pensioner retiree teenager youth child nominee incumbent challenger republican
    democrat conservative liberal pollster strategist operative caller viewer reader
    moderator participant attendee spectator inmate prisoner detainee
    parliamentarian statesman backbencher mep whip speaker spokespeople president-elect treasurer
    auditor accountant comptroller constable brigadier warden marshal corporal trooper cadet
    jurist cleric cardinal archbishop rabbi mufti ayatollah monk nun vicar missionary preacher
    pilgrim pontiff monarch emperor empress sultan emir duke duchess chieftain
    scholar sociologist biologist geologist physicist chemist epidemiologist virologist
    meteorologist forecaster seismologist ecologist anthropologist archaeologist psychiatrist
    paediatrician pediatrician cardiologist oncologist gastroenterologist therapist counsellor
    counselor veterinarian vet zoologist conservationist environmentalist mathematician
    statistician linguist translator interpreter archivist technician mechanic electrician
    plumber carpenter welder miner labourer laborer rancher grower breeder butcher baker brewer
    winemaker waiter waitress bartender hairdresser tailor stylist model dancer choreographer
    comedian comic playwright dramatist screenwriter composer conductor pianist guitarist drummer
    rapper sculptor painter cartoonist illustrator animator essayist biographer storyteller
    gymnast sprinter wrestler golfer skater skier jockey batsman bowler quarterback pitcher rookie
    champion medallist medalist olympian captain-elect landlord tenant homeowner commuter motorist
    pedestrian hiker climber sailor diver astronaut cosmonaut steward stewardess orphan sibling
    bride groom fiance fiancee girlfriend boyfriend partner spouse roommate classmate teammate
    counterpart successor predecessor hostage captive fugitive convict gunman shooter hacker
    whistleblower informant donor philanthropist trustee magnate mogul financier shareholder
    pundit youngster adult lady gentleman guy lad kid toddler native islander countryman
    compatriot expatriate settler hopeful contender frontrunner herder herdsman shepherd
    herder watchman caretaker cleaner maid nanny babysitter courier clerk secretary-general
    bureaucrat technocrat dignitary luminary narrator neurologist surgeon-general""".split()
)
"""Nouns for somebody who may speak."""
GROUP_NOUNS = frozenset(
    """police government authorities ministry department agency office bureau commission committee
    council board court tribunal parliament senate house assembly cabinet administration army
    military navy force forces company firm corporation bank group organisation organization union
    association federation society party coalition opposition campaign team club league charity
    ngo foundation institute university college school hospital newspaper magazine outlet
    broadcaster station network channel embassy consulate municipality city state regulator
    watchdog panel delegation jury family relatives media press prosecution defence defense
    airline manufacturer maker retailer operator developer publisher app platform people officials
    residents experts analysts scientists researchers critics supporters witnesses sources lawyers
    prosecutors investigators doctors activists protesters workers others some many leaders
    lawmakers ministers members employees families parents students crowd audience
    duo trio pair couple band orchestra troupe congregation church diocese tribe clan community
    leadership management secretariat directorate presidency treasury junta regime militia
    insurgents separatists rebels troops brigade battalion coastguard judiciary legislature
    congress chamber caucus taskforce consortium cooperative conglomerate startup start-up
    subsidiary insurer lender automaker carmaker drugmaker chipmaker utility telecom museum
    theatre gallery library parish""".split()
)
"""Nouns for bodies and groups that may speak."""
PRONOUNS = {
    "he": "m",
    "she": "f",
    "they": "p",
    "it": "n",
    "we": "w",
    "i": "i",
}
"""Pronouns that may be a speaker, with the class of what they stand for."""
OBJECT_PRONOUNS = {"him": "he", "her": "she", "them": "they"}
"""Those that may be one only behind "according to", with what they are as a subject."""
PREPOSITIONS = frozenset(
    "of for to with against by from on about in at over between into than as towards".split()
)
"""Words on which a name behind a verb hangs, and so does not say what the verb tells."""
TIME_WORDS = frozenset(
    """yesterday today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december week
    month year day morning afternoon evening night hour minute time moment""".split()
)
"""Nouns of time: never a speaker."""
STANDALONE = frozenset(
    "one another some others many several most both none nobody everyone".split()
)
"""Words that stand for a speaker without a noun ("another said")."""
