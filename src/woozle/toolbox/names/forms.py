"""Words of names that carry no identity: titles, ranks, legal forms, articles, particles; and short forms of others."""

from collections.abc import Mapping
from types import MappingProxyType

from woozle.toolbox.numbers.words import ONES

TITLES = frozenset(
    (
        "mr mrs ms miss mx sir dame lord lady dr prof professor president prasident president vice minister premier "
        "chancellor king queen prince princess general gen colonel col lieutenant lt major maj captain capt sergeant "
        "sgt corporal private admiral commander cmdr brigadier marshal judge justice senator sen representative "
        "governor gov mayor ambassador secretary reverend rev father bishop archbishop imam sheikh shaikh sheik shaykh "
        "mullah mulla maulvi mawlawi hajji haji qari sayyed sayyid ayatollah hojatoleslam monsieur madame m herr "
        "frau senor senora don dona comrade inspector officer chief spokesman spokeswoman"
    ).split()
) - {"m", "don"}
#: Small words inside names; they neither make nor break a match.
PARTICLES = frozenset(
    "al el ul ad as ar bin ibn ben bint bint de del della der den di da dos du la le van von zu af av y na".split()
)
#: What tells father and son, or one king and the next, apart.
GENERATIONS: Mapping[str, str] = MappingProxyType(
    {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}
    | {word: word for word in ("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi")}
)
STOPWORDS = frozenset("the of and for in on at to a an de la le du und et y & e".split())
#: Legal forms, by the class that each belongs to; two names of different classes are different bodies.
LEGAL: Mapping[str, str] = MappingProxyType(
    {
        form: kind
        for kind, forms in {
            "ag": "ag akg aktiengesellschaft",
            "gmbh": "gmbh",
            "inc": "inc incorporated corp corporation company co",
            "ltd": "ltd limited",
            "llc": "llc ooo",
            "plc": "plc",
            "jsc": "jsc oao ojsc pao pjsc zao cjsc ao",
            "sa": "sa",
            "nv": "nv",
            "se": "se",
            "ab": "ab",
            "sarl": "sarl srl",
            "pty": "pty",
            "ano": "ano",
            "spzoo": "spzoo",
            "na": "na",
        }.items()
        for form in forms.split()
    }
)
#: Legal forms of several words, each written as the short form that stands for it; folded, longest first.
LONG_LEGAL = (
    ("gesellschaft mit beschrankter haftung", "gmbh"),
    ("societatea cu raspundere limitata", "srl"),
    ("public joint stock company", "pjsc"),
    ("open joint stock company", "ojsc"),
    ("closed joint stock company", "cjsc"),
    ("limited liability company", "llc"),
    ("public limited company", "plc"),
    ("joint stock company", "jsc"),
    ("aktsionernoe obshchestvo", "jsc"),
    ("sp z o o", "spzoo"),
    ("g m b h", "gmbh"),
    ("s a r l", "sarl"),
    ("p l c", "plc"),
    ("s a", "sa"),
    ("n v", "nv"),
    ("n a", "na"),
    ("l l c", "llc"),
)
#: Weak legal words: a name with one and the same name without are the same body, whatever the other's form.
WEAK_LEGAL = frozenset({"inc", "na"})
#: Short and American forms, by the long or British one that stands for both.
SHORT: Mapping[str, str] = MappingProxyType(
    {
        "intl": "international",
        "natl": "national",
        "dept": "department",
        "min": "ministry",
        "govt": "government",
        "assn": "association",
        "univ": "university",
        "st": "saint",
        "ft": "fort",
        "mt": "mount",
        "bros": "brothers",
        "mfg": "manufacturing",
        "div": "division",
        "bn": "battalion",
        "bde": "brigade",
        "regt": "regiment",
        "defense": "defence",
        "center": "centre",
        "organization": "organisation",
        "labor": "labour",
        "theater": "theatre",
        "harbor": "harbour",
        "program": "programme",
    }
)
#: Words that say of a name that it is a body at arms.
AT_ARMS = frozenset("army battalion brigade corps front guard guards legion militia regiment watch".split())
#: Words for one foreign word, where bodies at arms are named in translation: "Free", "Freedom of" and "Liberty of".
TRANSLATED: Mapping[str, str] = MappingProxyType({"free": "freedom", "liberty": "freedom"})
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
NUMBERS: Mapping[str, int] = MappingProxyType(
    {word: value for word, value in ONES.items() if value <= 12 or value >= 20}
    | {word: at for at, word in enumerate(_ORDINALS)}
)
#: Short given names, by the full ones they may stand for.
NICKNAMES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        nick: frozenset(full.split())
        for nick, full in {
            "bill": "william",
            "will": "william",
            "bob": "robert",
            "rob": "robert",
            "jim": "james",
            "jimmy": "james",
            "mike": "michael",
            "tony": "anthony",
            "tom": "thomas",
            "dan": "daniel",
            "dave": "david",
            "joe": "joseph",
            "ben": "benjamin",
            "bibi": "benjamin",
            "ed": "edward",
            "ted": "edward theodore",
            "dick": "richard",
            "rick": "richard",
            "liz": "elizabeth",
            "kate": "katherine catherine",
            "sue": "susan",
            "chris": "christopher",
            "alex": "alexander aleksandr",
            "sasha": "alexander aleksandr",
            "zhenya": "yevgeny evgeny evgenii",
            "volodya": "vladimir volodymyr",
            "misha": "mikhail",
            "kolya": "nikolai nikolay",
            "dima": "dmitry dmitri",
            "serge": "sergei sergey",
            "nick": "nicholas",
            "sam": "samuel",
            "steve": "steven stephen",
            "matt": "matthew",
            "pete": "peter",
            "andy": "andrew",
            "greg": "gregory",
            "jeff": "jeffrey",
            "ron": "ronald",
            "barry": "barack",
        }.items()
    }
)
VESSELS = frozenset("mv ms ss uss hms mt rv".split())
