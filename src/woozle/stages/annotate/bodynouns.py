"""Nouns of bodies that news names by what they are, and the words around them that tell what is meant."""

from collections.abc import Mapping
from types import MappingProxyType

#: Nouns that mean a body with an article alone; spellings and near synonyms have one form (`SAME`).
ALONE = frozenset(
    (
        "administration agency airline army association authority battalion brigade cabinet chancery charity clinic "
        "club coastguard college commission committee company consortium constabulary consulate coalition "
        "corporation council court department directorate embassy federation garrison gendarmerie government guild "
        "hospital inspectorate junta legislature military militia ministry navy parliament police prosecution "
        "regiment school secretariat senate treasury tribunal union university"
    ).split()
)
#: Nouns of many meanings, with the words before them that make a body of them: "air force", "central bank".
WITH: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        noun: frozenset(before.split())
        for noun, before in {
            "bank": "central national reserve savings development",
            "bureau": "intelligence investigation statistics weather anti-corruption",
            "board": "accident safety school health election electoral review parole pension tourist water river "
            "harbour port film trade marketing licensing appeals planning investigation",
            "brigade": "fire",
            "centre": "rescue coordination co-ordination crisis medical health weather command control detention "
            "operations situation",
            "command": "high army naval navy military air border coastal central police",
            "force": "air police border security defence peacekeeping",
            "forces": "armed",
            "guard": "coast border national home presidential civil republican frontier coastal",
            "hall": "city town",
            "office": "foreign home cabinet press statistics weather meteorological harbour immigration prosecution "
            "presidential tourist tourism district audit",
            "operator": "ferry port harbour network grid rail railway bus tour mine plant pipeline terminal airport",
            "organisation": "aid relief health rights",
            "party": "ruling governing opposition",
            "service": "fire rescue ambulance security intelligence secret weather health prison border customs "
            "immigration lifeboat emergency postal police coastguard prosecution meteorological",
            "rescue": "mountain",
            "staff": "general crisis emergency",
            "watch": "coast",
            "agency": "news",
        }.items()
    }
)
#: Nouns written in several ways, and the narrower ones that a report takes for the wider.
SAME: Mapping[str, str] = MappingProxyType(
    {
        "coast guard": "coastguard",
        "coastal guard": "coastguard",
        "center": "centre",
        "organization": "organisation",
        "defense": "defence",
        "harbor": "harbour",
        "firm": "company",
        "legislature": "parliament",
        "constabulary": "police",
    }
)
#: Bodies that news names without an article.
BARE = frozenset(("police", "parliament", "coastguard", "city hall", "town hall"))
#: Bodies of which a state has one: whoever writes at home says no more than the noun.
STATE = frozenset(
    (
        "army navy military government parliament senate police coastguard cabinet coalition junta treasury gendarmerie"
    ).split()
) | {"air force", "armed forces", "border guard", "national guard", "general staff", "high command", "central bank"}
#: Nouns behind which "of" goes on with what the body is for.
OF_WHAT = frozenset("ministry department directorate secretariat".split())
#: Nouns of which only these are bodies: "the court of appeal".
OF_ONLY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "bureau": frozenset("statistics investigation investigations".split()),
        "court": frozenset("appeal appeals justice cassation audit".split()),
        **dict.fromkeys(("commission", "committee", "board"), frozenset(("inquiry", "investigation"))),
    }
)
#: Nouns that with "of" mean something else: "the company of friends", "the authority of the law".
NOT_OF = frozenset(
    (
        "administration agency authority battalion board brigade charity club commission committee company centre "
        "coalition consortium guard hall military office party school service staff union watch"
    ).split()
)
#: Nouns that with "to" and "over" mean a right.
RIGHTS = frozenset(("authority",))
#: Nouns that may stand beside the name of a body of any make: "Norra Lines, the operator".
GENERAL = frozenset(
    (
        "agency airline association charity club company consortium corporation federation group militia operator "
        "organisation party union"
    ).split()
)
#: Nouns that an acronym may end with: the MAB is "the board".
LETTERED = frozenset(
    (
        "agency association authority bank board bureau commission committee company corporation council department "
        "directorate federation guild institute league ministry organisation party union"
    ).split()
)
#: Nouns of many meanings that may stand for a name that ends so: "the museum", "the institute".
LOOSE = frozenset(
    (
        "academy alliance archive bank board brotherhood bureau centre chamber church confederation congress "
        "cooperative corps faculty foundation fund group institute institution laboratory league legion library "
        "movement museum observatory office operator opera orchestra organisation party patrol presidency registry "
        "seminary society squadron syndicate synod theatre trust watch"
    ).split()
)
#: Those of them that are a body where they speak: "the board said".
SPEAKING = frozenset("bank board bureau operator party presidency organisation".split())
#: Adjectives that only describe; they are no part of what the body is called.
PLAIN = frozenset(
    (
        "big large huge great small little tiny powerful rich poor main chief busy nearby nearest whole entire "
        "famous modern ancient young weak strong current present sitting incumbent largest biggest oldest newest "
        "smallest hapless cash-strapped newly"
    ).split()
)
_PLAIN_ENDINGS = ("ed", "ous", "ful", "less", "able", "ible")
#: Lands and towns as their own reports call them: "the country's navy" is the navy.
HOMES = frozenset("country nation state republic island town city capital province region county district".split())
#: Offices that are called by who holds them: "the mayor's office".
HOLDERS = frozenset(
    "prosecutor prosecutors mayor president governor minister premier coroner sheriff ombudsman chancellor".split()
)
#: Words before the noun that set one body beside another, or make any body of the kind of it.
OTHER = frozenset(
    (
        "other another same new old former previous next last first second third future would-be so-called such own "
        "only very any no some every each a an two three four many most few several more extra additional all both "
        "riot armed plainclothes uniformed mounted filing wooden file medicine kitchen glass river left right north "
        "south east west neither either which what whose his her my your our its their one half more enough unnamed "
        "wrong back front"
    ).split()
)
#: Words for many, before "of police": a crowd of persons and no body.
MANY = frozenset("hundreds dozens scores thousands lots lot number handful group groups presence cordon line".split())
#: Small words that end a noun phrase or stand outside of it.
SMALL = frozenset(
    (
        "of in on at by for with from to about as into over after before against between during under through "
        "without within among near since until despite behind beyond across around per via amid like unlike outside "
        "inside off up down out and but or nor yet so than that this these those which who whom whose where when "
        "while if because though although whether how why what is are was were be been being am has have had do "
        "does did will would shall should can could may might must not never n't also then again now later once "
        "already even just still often always ever soon yesterday today tomorrow tonight earlier further meanwhile "
        "instead too well only alone itself themselves it they he she we i you them him her us me there here the a "
        "an its his their our my your some any no every each all both either neither another one ones two three "
        "four five six seven eight nine ten last next this first early late towards toward unless according "
        "including nothing nobody nowhere something anything anybody somebody someone everything everyone"
    ).split()
)
#: Verbs in the present, as they stand behind a body; those that are nouns as often stand in `MAYBE`.
PRESENT = frozenset(
    (
        "accept accepts accuse accuses add adds admit admits advise advises agree agrees allege alleges allow "
        "allows announce announces appear appears argue argues arrest arrests ask asks assert asserts become "
        "becomes begin begins believe believes blame blames bring brings build builds buy buys call calls cancel "
        "cancels cite cites claim claims close closes come comes conclude concludes concede concedes condemn "
        "condemns confirm confirms consider considers continue continues count counts declare declares decline "
        "declines defend defends demand demands deny denies describe describes detain detains disagree disagrees "
        "dismiss dismisses dispute disputes emphasise emphasises emphasize emphasizes estimate estimates expect "
        "expects explain explains face faces fail fails fear fears feel feels find finds follow follows forbid "
        "forbids get gets give gives go goes hold holds hope hopes identify identifies insist insists intend "
        "intends investigate investigates invite invites keep keeps know knows lack lacks launch launches lead "
        "leads learn learns leave leaves let lets lie lies live lives look looks lose loses maintain maintains make "
        "makes mean means meet meets need needs offer offers open opens oppose opposes owe owes pay pays play plays "
        "postpone postpones praise praises predict predicts prefer prefers promise promises propose proposes "
        "provide provides publish publishes put puts recall recalls recognise recognises recommend recommends "
        "refuse refuses regret regrets reject rejects release releases remain remains reopen reopens reply replies "
        "respond responds reveal reveals run runs say says search searches see sees seek seeks seem seems sell "
        "sells send sends serve serves shut shuts sit sits speak speaks stand stands start starts state states stop "
        "stops stress stresses suggest suggests suspect suspects take takes tell tells think thinks treat treats "
        "try tries turn turns understand understands urge urges use uses vow vows want wants warn warns welcome "
        "welcomes win wins wish wishes withdraw withdraws work works write writes"
    ).split()
)
#: Forms that behind a body are a noun as often as a verb: "police reports", "company shares", "the council reports".
MAYBE = frozenset(
    (
        "aims arms attacks appeals backs bans blocks checks controls cuts deals doubts drives estimates figures "
        "guards heads hits leads lists moves names notes numbers orders patrol patrols plan plans pledges points "
        "posts presses probes protests questions raids ranks records report reports rules searches ships shows "
        "signs speaks sources stations stores studies supports talks tests threatens trains views visits votes "
        "walks watches arrests calls claims charges counts demands fears finds hopes launches launch offers search "
        "state states starts stops turns uses works runs plays releases release call claim demand offer fear hope "
        "count run lead work report sends puts insists welcomes"
    ).split()
) - {"sends", "puts", "insists", "welcomes", "threatens", "speaks", "finds"}
_PAST = frozenset(
    (
        "ate beat became began bent bit bled blew bore bought brought broke built came caught chose crept dealt "
        "drank drew drove dug fed fell felt fled flew forbade forgot fought found froze gave got grew heard held "
        "hid hit hung kept knelt knew laid lay led left lent let lit lost made meant met overtook paid put ran rang "
        "rode rose said sang sank sat saw sent shook shot shut slept slid sold sought spent spoke stole stood "
        "struck swam swept swore swung took taught thought threw told tore undertook understood went wept withdrew "
        "withstood woke won wore wrote"
    ).split()
)
_NO_PAST = frozenset("armed hundred sacred red bed seed need speed feed shed sled embed indeed unnamed".split())
#: Words before a noun without an article that belong to what the body is called: "harbour police".
TYPES = frozenset(
    (
        "national local state federal city district regional provincial municipal military harbour port border "
        "river traffic transport railway island village town county secret criminal civil religious airport capital "
        "royal coastal naval maritime security republican islands valley northern southern eastern western"
    ).split()
)
#: Words that open what a verb takes, so that a form before them is a verb: "the council reports two".
_OPENING = frozenset(
    (
        "the a an its his her their our my your some any no every each all both either neither another one two "
        "three four five six seven eight nine ten this that these those it they he she we i you him them us me "
        "there whether how why what to for not nothing nobody more only up out"
    ).split()
)


def is_plain(low: str) -> bool:
    """Whether a word before the noun only describes the body: "the embattled company"."""
    return low in PLAIN or (low.endswith(_PLAIN_ENDINGS) and len(low) > 5)


def is_past(low: str) -> bool:
    """Whether a word has the form of a past tense or a participle."""
    return low in _PAST or (low.endswith("ed") and len(low) > 3 and low not in _NO_PAST)


def is_verb(low: str, behind: str) -> bool:
    """Whether the word behind a body is a verb or an adverb, and no second noun: "police said", not "police cars".

    Args:
        low: the word, in small letters.
        behind: the word behind it; empty at the end.
    """
    if low in MAYBE:
        return behind in _OPENING or behind[:1].isdigit()
    return is_past(low) or low in PRESENT or (low.endswith("ly") and len(low) > 4)
