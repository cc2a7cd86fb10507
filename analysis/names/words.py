"""Words that come with people's names: honorifics, ranks, offices, particles. Data only.

Every word is lower case and without its full stop; `Draft.bare` is compared with it.
"""

from __future__ import annotations

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof sir dame lord lady madam mme mlle monsieur madame messrs "
    "herr frau señor señora senor senora don doña dr. shri smt pandit ustad datuk dato "
    "seri datin puan encik tun tengku ven hon rev revd h.e prof. haji hajj ustaz aunty auntie "
    "grandma grandpa grandmother grandfather".split()
)
"""Said before nothing but a person's name."""

TITLE_PAIRS = frozenset((("tan", "sri"), ("toh", "puan")))
"""Honorifics of two words, of which the first may be somebody's name and is none here."""

INHERITED_TITLES = frozenset("tun tengku haji hajj seri datuk dato don".split())
"""Those that stand within a name, too, as a part of the father's: "Johari Tun Openg"."""

TITLES_OF_ONE_NAME = frozenset(
    "king queen prince princess pope lord lady baron baroness emperor empress".split()
)
"""Titles that news keeps where a person has but one name: "Lady Alder", "Prince Oskar"."""

MALE_HONORIFICS = frozenset("mr sir lord monsieur herr señor senor don shri fr br".split())
FEMALE_HONORIFICS = frozenset(
    "mrs ms miss dame lady madam mme mlle madame frau señora senora doña dona smt".split()
)

RANKS = frozenset(
    "gen maj col lt capt cpl sgt cmdr adm brig pvt cst insp supt general major colonel "
    "lieutenant captain corporal sergeant commander admiral brigadier marshal private "
    "constable inspector superintendent officer detective sen rep gov pres amb atty supreme "
    "comdr vadm radm ret'd senator representative congressman congresswoman governor "
    "ambassador deputy assemblyman assemblywoman councillor councilor councilman "
    "councilwoman alderman mp mps mla mca mep judge justice magistrate advocate attorney "
    "barrister professor doctor reverend pastor bishop archbishop cardinal pope rabbi imam "
    "mullah ayatollah father sister brother mother king queen prince princess pol cm dcm "
    "nuncio senators deputies emperor empress sultan emir duke duchess count "
    "countess baron baroness sheikh sheikha shaikh maulana mufti swami guru lama crown".split()
)
"""Ranks, offices and dignities said straight before a name ("Maj. Gen. Kit Varley")."""

OFFICES = frozenset(
    "ranger warden president vice-president premier chancellor minister secretary chairman "
    "chairwoman "
    "chairperson chair chief commissioner director manager mayor spokesman spokeswoman "
    "spokesperson leader head speaker treasurer coach captain skipper founder co-founder "
    "ceo cfo cto coo chief-of-staff prosecutor solicitor ombudsman auditor envoy consul "
    "commandant principal rector dean provost superintendent economist analyst author "
    "writer journalist reporter correspondent editor columnist photographer filmmaker actor "
    "actress singer rapper comedian artist architect activist campaigner businessman "
    "businesswoman entrepreneur tycoon billionaire investor lawyer farmer teacher scientist "
    "researcher biologist physicist engineer historian epidemiologist virologist physician "
    "surgeon nurse astronaut pilot driver striker midfielder defender goalkeeper forward "
    "winger batsman bowler sprinter swimmer boxer golfer star champion candidate nominee "
    "incumbent lawmaker legislator parliamentarian politician diplomat negotiator adviser "
    "advisor aide counsel counselor counsellor coordinator convener convenor administrator "
    "executive chairholder registrar curator conductor composer director-general "
    "secretary-general undersecretary sub-secretary vice deputy ex-president ex-minister "
    "whistleblower victim suspect defendant plaintiff witness survivor veteran playwright "
    "poet novelist professor lecturer student resident owner partner wife husband son "
    "daughter colleague predecessor successor rival counterpart cousin uncle aunt nephew "
    "niece teammate friend expert specialist consultant ecologist psychologist sociologist "
    "anthropologist archaeologist geologist climatologist meteorologist oncologist "
    "paediatrician pediatrician dermatologist pharmacist chef designer producer publisher "
    "host presenter anchor broadcaster blogger influencer model dancer musician guitarist "
    "trader banker broker developer contractor trustee representative delegate member "
    "officer official agent guard soldier rebel warlord militant commander dictator "
    "strongman senator governor ambassador guide preacher clergyman missionary priest monk "
    "nun comptroller controller".split()
)
"""Nouns for what a person is or does; a capitalised name behind one is a person's."""

TITLES = HONORIFICS | RANKS
"""Cut from the front of a name."""

ROLE_MODIFIERS = frozenset(
    "prime deputy vice acting interim former then ex late senior junior chief first second "
    "third foreign interior defense defence finance health education justice home state "
    "trade energy economy labor labour agriculture environment transport culture tourism "
    "sports science press attorney lieutenant major general managing executive assistant "
    "associate national regional federal provincial district city county house senate "
    "opposition presidential vice-presidential grand party communications information technology "
    "internal external affairs communication planning development commerce industry police "
    "army navy military crown honorary special supreme high permanent principal private "
    "public joint co under staff cabinet majority minority parliamentary legislative "
    "operating financial marketing creative artistic ruling outgoing incoming newly-elected "
    "incumbent head".split()
)
"""Words that stand between "the" and the noun of an office ("Deputy Prime Minister")."""

PARTICLES = frozenset(
    "de del della der den da das dos do di du van von vom zu zur ten ter la le las los el "
    "al bin bint ibn ben abu abd y e und af av oo o d' al- el- ul ur ud uz".split()
)
"""Small words inside a family name; a name may begin with a capitalised one."""

NAME_SUFFIXES = frozenset("jr sr ii iii iv vi vii viii xiii xiv xvi phd md".split())
"""Behind a family name, and no family name themselves."""

SAYING = frozenset(
    "said says told added warned announced noted stressed argued insisted claimed explained "
    "stated tweeted wrote recalled replied asked admitted acknowledged declared denied "
    "urged suggested predicted promised vowed confirmed revealed remarked observed "
    "concluded testified quipped lamented commented reiterated emphasised emphasized "
    "pointed called thanked thinks believes hopes".split()
)
"""Verbs whose subject speaks: people mostly, bodies sometimes."""

HONOURS = frozenset(
    "mp mps mla ceo cfo phd md esq qc kc sc am ao ac oam obe mbe cbe kbe dbe frs jp rn".split()
)
"""Capitals behind a name: seats, degrees, orders."""


WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def is_role(word: str) -> bool:
    """Say whether a word is a title or an office, of one or of several: "Judges"."""
    return word in TITLES or word in OFFICES or _singular(word) in RANKS | OFFICES


def is_calling(word: str) -> bool:
    """Say whether a word's ending makes it one for what somebody does or believes."""
    return len(word) > 6 and word.removesuffix("s").endswith(("ist", "ician", "ologian"))


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


NEVER_PEOPLE = frozenset(
    "mp mps mla mlas ceo cfo pm dp u.s uk us eu god lord allah jesus christ christmas "
    "easter ramadan covid covid-19 coronavirus internet monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sept sep oct nov dec republican "
    "republicans democrat democrats muslim muslims christian christians jew jews hindu "
    "hindus sikh sikhs buddhist buddhists catholic catholics islam islamic i he she it we "
    "they the a an this that these those however meanwhile although while but and or if "
    "when where what who why how in on at for from to of by with as is was there here his "
    "her their our my your its not no yes also since after before during until under over "
    "between among against about into almighty satan bible quran asperger alzheimer "
    "parkinson hell heaven facebook twitter instagram youtube whatsapp tiktok google "
    "telegram".split()
)
"""A name of one of these words alone is nobody's."""

KIN = frozenset(
    "wife husband son daughter mother father brother sister spouse fiancée fiance fiancee "
    "partner sons daughters brothers sisters parents siblings cousins friends".split()
)
"""Nouns before whose name stands another person's ("Odero's wife Judith")."""

OPENERS = frozenset(
    "given while but and when after before as if for with in on at by from although though "
    "despite like unlike since because however meanwhile according yesterday today earlier "
    "later then now there here this that these those his her their our its my your he she "
    "they it we not also even only both former late dear hello hi thanks thank following "
    "during under about against per the a an among between to of or so yet nor did does do "
    "is was were are has have had can could will would should may might must let see read "
    "watch watching photo photos image file source picture video courtesy caption interview "
    "opinion editorial exclusive breaking update news please how why what who where which "
    "whose whether asked speaking commenting addressing citing quoting responding regarding "
    "unfortunately fortunately indeed instead moreover furthermore nevertheless nonetheless "
    "additionally ironically interestingly sadly noting noted adding saying telling calling "
    "therein whenever wherever besides absent neither either nor outside inside imagine "
    "meeting joining seeing based each some many most all no one two three several such "
    "other another more less few new old".split()
)
"""Words that open sentences and are no part of the name behind them."""
