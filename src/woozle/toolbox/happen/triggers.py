"""Words that tell of happenings: which verbs and nouns, by lemma, name which kind."""

from collections.abc import Mapping
from types import MappingProxyType


def _by_word(table: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({word: kind for kind, words in table.items() for word in words.split()})


#: Verbs by lemma; what their subjects and objects must be is told in `fitting`.
VERBS = _by_word(
    {
        "killing": "kill murder assassinate execute slay massacre behead lynch gun slaughter exterminate liquidate "
        "decapitate",
        "attack": "attack ambush raid assault storm shoot fire strafe wound injure machinegun machine-gun stab "
        "harass sabotage torture beat riddle destroy damage knife harm",
        "bombing": "bomb dynamite explode detonate blow",
        "shelling": "shell mortar bombard",
        "armed_clash": "clash skirmish fight battle",
        "abduction": "kidnap abduct hijack disappear",
        "arrest": "arrest detain jail imprison apprehend",
        "release": "release free liberate rescue",
        "arson": "burn torch",
        "robbery": "rob loot steal plunder pillage burglarize",
        "sexual_violence": "rape",
        "protest": "protest demonstrate rally",
        "riot": "riot",
        "seizure": "seize capture occupy overrun retake recapture",
        "withdrawal": "withdraw retreat",
        "incursion": "invade infiltrate",
        "displacement": "flee evacuate displace",
        "accident": "crash collide derail capsize sink overturn founder",
        "coup": "mutiny",
        "agreement": "sign",
    }
)
#: Nouns by lemma, singular.
NOUNS = _by_word(
    {
        "killing": "killing murder assassination execution slaying massacre homicide slaughter manslaughter",
        "attack": "attack ambush raid assault shooting sabotage attempt gunfire",
        "bombing": "bombing explosion blast detonation bomb dynamite grenade",
        "shelling": "shelling bombardment",
        "air_strike": "airstrike airraid",
        "armed_clash": "clash fighting combat battle skirmish firefight gunfight gunbattle crossfire",
        "abduction": "kidnapping abduction kidnaping hijacking disappearance",
        "arrest": "arrest detention",
        "release": "release liberation",
        "arson": "arson",
        "robbery": "robbery looting heist",
        "sexual_violence": "rape",
        "protest": "protest demonstration rally march vigil",
        "riot": "riot rioting",
        "labour_strike": "strike walkout stoppage",
        "seizure": "seizure takeover occupation",
        "withdrawal": "withdrawal retreat pullout pullback",
        "incursion": "incursion invasion infiltration",
        "displacement": "displacement evacuation exodus",
        "accident": "crash collision derailment shipwreck accident sinking capsizing",
        "disaster": "earthquake quake flood flooding hurricane typhoon cyclone tornado landslide mudslide avalanche "
        "eruption wildfire tsunami drought",
        "coup": "coup mutiny putsch",
        "agreement": "agreement truce ceasefire cease-fire accord treaty armistice",
    }
)
#: Nouns that point back to a happening told before: they count only where somebody is said to have done it.
BACK = frozenset("incident crime action act deed operation attack event responsibility massacre blow".split())
#: Things that blow up, and things that are shot from afar: "threw a grenade", "a mortar attack".
EXPLOSIVES = frozenset(
    "bomb bombs dynamite grenade grenades mine mines explosive explosives charge charges device devices carbomb "
    "car-bomb petard petards tnt c-4 landmine ied sticks claymore".split()
)
GUNS = frozenset("mortar mortars artillery rocket rockets missile missiles howitzer howitzers shell shells".split())
PLANES = frozenset(
    "air aerial aircraft airplane airplanes plane planes helicopter helicopters drone drones jet jets warplane "
    "warplanes bomber bombers uav".split()
)
#: Verbs with which an explosive is used.
LAYS = frozenset(
    "place plant throw hurl lob launch set lay activate detonate fire toss leave explode deactivate defuse find "
    "discover dismantle".split()
)
#: Of those, the ones after which it does not go off.
FOILS = frozenset("deactivate defuse find discover dismantle".split())
#: Verbs that only carry a noun: "carried out an attack", "the attack took place".
LIGHT = frozenset(
    "carry stage launch commit perpetrate mount make conduct execute plan order organize lead undertake claim cause "
    "perform direct mastermind".split()
)
#: Nouns before a deed that say who did it.
DOERS = frozenset(
    "guerrilla guerilla rebel insurgent army military police government soldier army militia paramilitary "
    "gang mob air-force troop".split()
)
#: What is attacked in words only, or cannot be.
ABSTRACT = frozenset(
    "policy plan idea proposal problem issue law bill speech statement report decision view theory record mandate "
    "corruption poverty inflation drug trafficking trade economy article decree measure program project principle "
    "system disease position credibility peace process democracy regime image constitution right unity morale time "
    "hope confidence relation interest role scourge crisis illness epidemic virus smoking accusation argument".split()
)
#: Figures of speech, and what only sounds like force: the word before or behind.
NOT_AFTER = frozenset(
    "heart panic asthma verbal hunger political peaceful diplomatic media press cardiac social "
    "population demographic".split()
)
NOT_BEFORE = frozenset("squad squads plan plans threat threats charge charges wave warrant warrants ground".split())
