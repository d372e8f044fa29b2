"""Words for comparing statements: empty words, negations, irregular forms, and words of news that mean nearly the same.

The groups of near synonyms are written by hand from the vocabulary of wars, disasters, politics and courts. They hold
what headline and body, or two outlets, use for one another; where a word has a second sense it is left out.
"""

from collections.abc import Mapping
from types import MappingProxyType

NEGATIONS = frozenset(
    (
        "no not never none nobody nothing nowhere neither nor without cannot hardly scarcely denied deny denies "
        "denying "
        "false untrue untruth lie lies fabricated baseless rejected rejects refuted dismissed impossible"
    ).split()
)

#: Words that stand in any sentence. Words of time and quantity are here because times and figures are compared as such.
EMPTY = NEGATIONS | frozenset(
    (
        "is one's twenty thirty forty fifty sixty seventy eighty ninety ask asks asked asking named "
        "a an the this that these those and or but if then than so as at by for from in into of off on onto out "
        "over to "
        "under up upon via with within about above across after again against all along already also although always "
        "am among amongst any anybody anyone anything are around away back be became because become been before began "
        "behind being below beside besides between beyond both came can come comes could did do does doing done down "
        "during each either else even ever every everybody everyone everything few first further get gets getting give "
        "given gives gone got had has have having he her here hers herself him himself his how however i instead "
        "it its "
        "itself just keep kept last later least less let like made make makes making many may me might mine more most "
        "much must my myself near need next now often once one only other others our ours ourselves own perhaps put "
        "quite rather really same say saying says said second see seems seen several shall she should since some "
        "somebody someone something soon still such take takes taken tell tells than their theirs them themselves "
        "there therefore they thing things third though through thus till told too took toward towards two until us "
        "very want wants was way we well went were what when where whether which while who whom whose why will would "
        "yet you your yours yourself according added adding called claimed claims stated statement reported reportedly "
        "allegedly apparently announced today yesterday tomorrow monday tuesday wednesday thursday friday saturday "
        "sunday january february march april june july august september october november december year years month "
        "months week weeks day days hour hours minute minutes morning evening night afternoon noon midnight dawn ago "
        "three four five six seven eight nine ten eleven twelve hundred hundreds thousand thousands dozen dozens "
        "mr mrs "
        "ms dr i'm i've i'll i'd it's he's she's that's there's we're we've they're they've you're isn't aren't wasn't "
        "weren't don't doesn't didn't can't couldn't won't wouldn't hasn't haven't hadn't shouldn't on's who's let's "
        "people person persons human humans new nearly almost least another around some a.m p.m am pm us ve ll re"
    ).split()
)

#: Irregular forms, each with the stem of its word.
IRREGULAR: Mapping[str, str] = MappingProxyType(
    {
        form: root
        for root, forms in {
            "kill": "killed kills killing killings",
            "die": "died dies dying dead death deaths",
            "lose": "lost loses losing loss losses",
            "leave": "left leaves leaving",
            "flee": "fled flees fleeing",
            "shoot": "shot shots shoots shooting shootings",
            "hold": "held holds holding",
            "hit": "hits hitting",
            "sink": "sank sunk sinks sinking",
            "fall": "fell fallen falls falling",
            "find": "found finds finding findings",
            "fight": "fought fights fighting fighter fighters",
            "fly": "flew flown flies flying flight flights",
            "go": "going goes",
            "pay": "paid pays paying payment payments",
            "rise": "rose risen rises rising",
            "hear": "heard hears hearing",
            "steal": "stole stolen steals stealing",
            "break": "broke broken breaks breaking",
            "strike": "struck strikes striking strikers striker",
            "send": "sent sends sending",
            "win": "won wins winning winner",
            "meet": "met meets meeting meetings",
            "build": "built builds building buildings",
            "sell": "sold sells selling sale sales",
            "buy": "bought buys buying",
            "bring": "brought brings bringing",
            "catch": "caught catches catching",
            "drive": "drove driven drives driving driver drivers",
            "know": "knew known knows knowing",
            "show": "showed shown shows showing",
            "speak": "spoke spoken speaks speaking spokesman spokeswoman spokesperson",
            "think": "thought thinks thinking",
            "write": "wrote written writes writing",
            "ride": "rode ridden rides riding",
            "run": "ran runs running",
            "swim": "swam swum swims swimming",
            "tear": "tore torn tears",
            "throw": "threw thrown throws throwing",
            "wear": "wore worn wears wearing",
            "cross": "crosses crossed crossing crossings",
            "use": "used uses using",
            "man": "men",
            "woman": "women",
            "child": "children",
            "person": "people persons",
            "foot": "feet",
            "life": "lives",
            "wife": "wives",
            "bodi": "body bodies",
            "city": "cities",
            "lie": "lay lain lying",
            "arrive": "arrived arrives arriving arrival",
            "lead": "led leads leading leader leaders",
            "spend": "spent spends spending",
            "hang": "hung hangs hanging",
            "withdraw": "withdrew withdrawn withdraws withdrawing withdrawal",
            "surrender": "surrendered surrenders surrendering",
            "grow": "grew grown grows growing growth",
            "deal": "deals dealt",
            "freeze": "froze frozen",
            "shut": "shuts shutting",
            "feed": "fed feeds",
            "mean": "meant means",
            "agree": "agreed agrees agreement agreements",
            "seize": "seized seizes seizing seizure",
            "supply": "supplied supplies supplying",
        }.items()
        for form in [root, *forms.split()]
    }
)

#: Near synonyms, the one that stands for the group first.
GROUPS = (
    "kill die slay perish murder fatality casualty toll body corpse",
    "wound injure injury hurt maim",
    "arrest detain detainee detention custody prison prisoner capture captivity jail captive seize",
    "soldier troop serviceman servicemen military army",
    "fighter militant gunman gunmen insurgent rebel combatant",
    "ship vessel boat",
    "sink founder capsize",
    "strike walkout stoppage",
    "worker docker longshoreman longshoremen",
    "leave abandon depart quit",
    "flee escape",
    "seize occupy overrun",
    "attack raid assault incursion onslaught",
    "shell bombard bombardment artillery",
    "explosion blast explode bang detonate detonation",
    "destroy raze wreck demolish",
    "shoot gunfire gunshot fire",
    "miss missing disappear vanish unaccounted",
    "withdraw retract retreat",
    "deal accord pact settlement",
    "pay wage salary",
    "rise increase climb hike",
    "fall drop decline decrease",
    "cash money fund",
    "ministry minister",
    "police policeman policemen",
    "hospital clinic",
    "help aid relief assistance",
    "fuel diesel petrol gasoline",
    "warn warning alert",
    "letter memo memorandum",
    "begin start commence",
    "end finish conclude over",
    "close shut",
    "enter penetrate",
    "border frontier",
    "drone uav",
    "vehicle car lorry truck",
    "village settlement hamlet",
    "house home dwelling",
    "flood inundate",
    "earthquake quake tremor",
    "storm hurricane typhoon cyclone",
    "evacuate evacuation displace displaced uproot",
    "light lamp",
    "sailor seaman seamen",
    "vote ballot poll",
    "resign resignation",
    "official authority",
    "doctor physician surgeon",
    "phone telephone mobile",
    "picture photo photograph image",
    "weapon rifle gun",
    "protest demonstrate demonstration rally",
    "court tribunal",
    "accuse charge allege",
    "submarine submerged periscope",
    "big large great huge",
    "small little",
    "buy purchase",
    "child kid",
    "harbour port harbor",
    "owner operator",
    "law legislation",
    "cut reduce reduction",
    "false fake forged",
    "visit visitor",
    "talk negotiate negotiation",
    "clear empty",
    "rule govern",
)

#: Phrases that say together what their words do not say apart, each with the word that stands for it.
PHRASES = (
    (r"heads? of state", "president"),
    (r"(?:lost|lose|loses|losing|cost) (?:his|her|their|its|a|any)(?: or (?:his|her|their))? (?:life|lives)", "killed"),
    (r"lo(?:ss|st) (?:of )?(?:life|lives)", "killed"),
    (r"bled to death|shot dead|found dead|burned to death", "killed"),
    (r"(?:lay|lays|laid|laying) down (?:his |her |their |its )?(?:arms|weapons)", "surrender"),
    (r"gave (?:themselves|himself|herself) up", "surrender"),
    (r"locked up|under arrest|in custody|behind bars|taken prisoner|in jail|in detention", "arrested"),
    (r"(?:on|on to|onto) board", "aboard"),
    (r"(?:went|gone|go|goes) abroad|(?:left|leave|leaves|fled) the (?:country|nation|national territory)", "fleeing"),
    (r"(?:broke|breaks|broken) out", "began"),
    (r"(?:worked|works|work) again|back to work", "resumed"),
    (r"(?:went|gone|go|goes|going) down", "sank"),
    (r"(?:went|gone|go|goes|going) out", "failed"),
    (r"(?:took|takes|take|taken) over", "seized"),
    (r"(?:took|takes|take|taken) part", "joined"),
    (r"half past", "half"),
    (r"life[- ]?jackets?|life[- ]?vests?", "lifejacket"),
    (r"no longer", "not"),
    (r"let go", "released"),
    (r"set free", "released"),
    (r"night[- ]time", "night"),
)
