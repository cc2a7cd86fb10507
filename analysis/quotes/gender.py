"""Tell whether a person is spoken of as he or she, from names, titles and words. Data and one
question; "unknown" is an answer.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["m", "f", "?"]

_MALE_NAMES = frozenset(
    """aaron abdul abdullah abdel abraham adam adrian ahmad ahmed alan albert alejandro alessandro
    alexander alexandre alexei alfred ali allan allen alvaro amir amit anand anders andre andreas
    andrei andrew andy angus antoine anthony anton antonio antony anwar arjun armando arnold
    arthur ashraf asif ashok augusto austin barack barry bashar bashir ben benjamin benny bernard
    bernie bilal bill billy bob bobby boris brad bradley brandon brendan brett brian bruce bruno
    bryan calvin cameron carl carlos cedric cesar charles charlie chris christian christopher
    clarence claude claudio clive colin connor craig curtis cyril dale damian damien dan daniel
    daniele danny darren dave david dean deepak denis dennis derek dexter diego dieter dimitri
    dmitri dmitry dominic don donald doug douglas duncan dwight earl ed eddie edgar eduardo
    edward edwin elias elijah elliott emilio emmanuel enrique eric erik ernest ernesto esteban
    ethan eugene evan fabio farid farouk felipe felix ferdinand fernando fidel francis francisco
    francois frank franz fred frederick fritz gabriel garry gary gavin gene geoff geoffrey george
    gerald gerard gerhard giorgio giovanni giuseppe glenn gonzalo gordon graham grant greg
    gregory guido guillermo gustavo guy hamid hamza hans harold harry harvey hassan hector
    heinrich helmut henri henrik henry herbert herman hiroshi horacio howard hugh hugo hussain
    hussein ian ibrahim igor imran isaac ismail ivan jack jacob jacques jaime jair jake jamal
    james jan jason javier jay jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy joachim
    joao joe joel johan johannes john johnny jon jonathan jordan jorge jose josef joseph josh
    joshua juan juergen julian julio jurgen justin kamal karim karl keith ken kenji kenneth kevin
    khaled khalid klaus kofi kumar kurt kwame kyle lance larry lars laurence laurent lawrence lee
    len leo leon leonard leonardo leonid leopoldo les lewis liam lionel lloyd lorenzo louis luc
    luca lucas luigi luis luiz luke magnus mahmoud malcolm manoj manuel marc marcel marcelo marco
    marcos marcus mario mark marshall martin marvin mateusz matt matteo matthew matthias maurice
    mauricio max maxim mehmet michael michel miguel mike mikhail milan miles milos mitch mitchell
    mohamed mohammad mohammed moses muhammad murray mustafa narendra nasser nathan neil nelson
    nicholas nick nicolas nigel nikolai nikos noah noel norman oleg oliver olivier omar oscar
    osama otto owen pablo paolo pascal pat patrick paul pavel pedro pete peter petr phil philip
    philippe pierre piotr prakash rafael rahul raj rajesh rajiv ralph ramesh ramiro ramon randy
    raul ravi ray raymond recep reinhard rene ricardo richard rick rob robert roberto rodney
    rodolfo rodrigo roger roland roman romano ron ronald ross roy ruben rudolf rudy rupert
    russell ryan sajid salim salman salvador sam samir samuel sandeep sanjay santiago scott sean
    sebastian sebastien sergei sergey sergio seth shane shaun shinzo sidney silvio simon stanley
    stefan stefano stephane stephen steve steven stewart stuart sunil suresh sven syed takashi
    tariq tayyip ted terence terry theo theodore thierry thomas tim timothy toby todd tom tomas
    tommy tony toshihiro travis trevor tyler umar uwe vicente victor vijay viktor vinay vincent
    vinod vitaly vivek vladimir volodymyr walter warren wayne werner wilhelm will william winston
    wolfgang yasser yusuf yuri yoweri zachary zakir zoran olaf sergiy oleksandr oleksiy mykhailo
    petro denys joko jokowi junichi kenta shigeru fumio yoshihide naoto jin-ping alberto alfonso
    adolfo alfredo arturo evo gerardo gilberto hernan ignacio joaquin leonel marcial mariano
    martín nicolás noé orlando oswaldo patricio rolando ruperto tabare ulises wilson jesús josé
    andrés césar raúl julius uhuru raila cyril jacob thabo kizza paul bobi hage sam haifa godfrey
    innocent patrice alassane macky abiy hailemariam isaias atiku goodluck muhammadu olusegun
    yemi babajide kwabena kojo kwesi kofi yaw kwaku musa abubakar aliyu sani ibrahima mamadou
    moussa ousmane cheikh amadou sipho thabang mandla lindani""".split()
)
_FEMALE_NAMES = frozenset(
    """abigail adele adriana agnes aisha alexandra alice alicia alison amanda amber amelia amina amy
    ana anastasia angela angelina anita anja ann anna annabel anne annette annie antonia arlene
    audrey ayesha barbara beatrice beatriz belinda benazir bernadette beth betsy betty beverly
    bonnie brenda bridget brigitte camila camille carina carissa carla carmen carol carole
    carolina caroline carolyn catherine cathy cecilia celia celine charlotte chelsea cheryl
    chiara chloe christiana christina christine cindy claire clara claudia colleen connie
    cristina cynthia daisy daniela danielle daphne dawn debbie deborah debra denise diana diane
    dilma dolores donna dora doris dorothy edith eileen elaine eleanor elena eliana elisa
    elisabeth elise eliza elizabeth ella ellen elsa emily emma erica erika erin esther eva eve
    evelyn fatima fatma fiona flavia florence frances francesca francine gabriela gabriele gail
    georgina geraldine gillian gina gisele giulia gloria grace greta hanna hannah harriet heather
    heidi helen helena helene hilary hillary hina ida inge ingrid irene irina iris isabel
    isabella isabelle ivana ivanka ivy jacinda jacqueline jane janet janice jasmine jeanette
    jeanine jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn johanna josephine joy
    joyce judith judy julia juliana julie juliet kamala karen karin karina karla kate katharine
    katherine kathleen kathryn kathy katie katrina katy keiko kelly kirsten kristen kristin
    kristina laila lara laura lauren laurie leah leila lena leticia lilian lillian lily linda
    lisa liz lois lola lorraine louise lucia lucy luisa lydia lynn mabel madeleine maggie malala
    marcela margaret margarita margot maria mariam mariana marianne marie marilyn marina marine
    marion marisol marjorie marlene marta martha martina mary maryam maureen may megan meghan
    melania melanie melinda melissa mercedes meryl mia michaela michelle mildred miranda miriam
    moira molly monica monika myra nadia nancy naomi natalia natalie natasha nicole nina nora
    norma olga olivia oprah paige pamela patricia paula pauline peggy penelope penny petra
    philippa phoebe phyllis pilar priscilla priti priya rachel raquel rebecca regina renata
    rhonda rita roberta rosa rosario rosemary roxana ruth sabrina safia sally samantha sandra
    sara sarah selena serena shannon sharon sheila shelley sheryl shirley silvia sofia sonia
    sophia sophie stacey stella stephanie sue summer susan susana susanna suzanne svetlana sylvia
    tamara tammy tanya tara teresa theresa tina tracey tracy ursula valentina valeria valerie
    vanessa vera veronica vicky victoria viola violet virginia vivian wanda wendy whitney winnie
    yasmin yasmine yolanda yulia yvette yvonne zainab zara zeinab zoe dalia jeanine keiko dina
    veronika sheikh-hasina hasina indira sonia mamata nirmala smriti sushma droupadi khaleda suu
    ngozi oby funmilayo thuli nkosazana lindiwe naledi winnie graca samia joice ellen sirleaf
    amina wangari esperance penina phakamile darkuale roza zuzana kaja sanna mette katrin ursula
    christine annalena magda beata ewa agnieszka katarzyna malgorzata joanna""".split()
)
_MALE_WORDS = frozenset(
    """mr mr. sir lord king prince father brother son husband uncle nephew grandfather widower man
    boy gentleman spokesman chairman businessman congressman policeman fisherman sportsman
    statesman salesman actor fr fr. rev. pope imam sheikh duke baron his him himself he""".split()
)
_FEMALE_WORDS = frozenset(
    """mrs mrs. ms ms. miss madam madame lady dame queen princess mother sister daughter wife aunt
    niece grandmother widow woman girl spokeswoman chairwoman businesswoman congresswoman
    policewoman actress duchess baroness nun her hers herself she""".split()
)

_FEMALE_ENDS = ("a", "ine", "elle", "ette", "een", "isha", "lyn", "ie")
_MALE_ENDS = ("o", "os", "us", "as", "er", "ar", "ir", "or", "ur", "an", "on", "im", "ed", "id")


def gender_of_word(word: str) -> Gender:
    """Return the gender that a title, noun or pronoun tells; "?" for most words."""
    word = word.lower()
    if word in _MALE_WORDS:
        return "m"
    return "f" if word in _FEMALE_WORDS else "?"


def gender_of_name(name: str) -> Gender:
    """Return the gender that a person's first name commonly has; "?" where it tells nothing."""
    first = name.split(maxsplit=1)[0].strip(".,").lower() if name.strip() else ""
    is_male, is_female = first in _MALE_NAMES, first in _FEMALE_NAMES
    if is_male == is_female:
        return "?"
    return "m" if is_male else "f"


def gender_by_shape(name: str) -> Gender:
    """Return the gender that the end of a first name hints at in most languages of the news."""
    first = name.split(maxsplit=1)[0].strip(".,").lower() if name.strip() else ""
    if len(first) < 3:
        return "?"
    if first.endswith(_FEMALE_ENDS):
        return "f"
    return "m" if first.endswith(_MALE_ENDS) else "?"
