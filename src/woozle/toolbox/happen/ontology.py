"""What can happen: a small ontology, and where its kinds stand among those of ACLED and PLOVER.

ACLED: event and sub-event types of the codebook of 2023. PLOVER: event type and mode of the manual of 2021 (Halterman
et al.). A kind that the other side has no type for is mapped to nothing, rather than to the next best.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening.

    Attributes:
        name: as in the record.
        what: one sentence for a reader.
        acled: event type and sub-event type; None where ACLED codes no such thing.
        plover: event type and mode; the mode may be empty; None where PLOVER codes no such thing.
        family: kinds of one family may be two words for one happening.
        rank: of one happening that is told of as several kinds, the highest rank names it.
    """

    name: str
    what: str
    acled: tuple[str, str] | None
    plover: tuple[str, str] | None
    family: str
    rank: int


_BLASTS, _CIVILIANS, _PLANS = "Explosions/Remote violence", "Violence against civilians", "Strategic developments"
_VIOLENCE = "violence"
_ALL = (
    Kind("attack", "somebody uses force on people or things", None, ("ASSAULT", ""), _VIOLENCE, 3),
    Kind(
        "armed_clash", "armed sides fight each other", ("Battles", "Armed clash"), ("ASSAULT", "firearms"), _VIOLENCE, 2
    ),
    Kind(
        "shelling",
        "artillery, mortars, rockets or missiles hit something",
        (_BLASTS, "Shelling/artillery/missile attack"),
        ("ASSAULT", "heavy-weapons"),
        _VIOLENCE,
        6,
    ),
    Kind(
        "air_strike",
        "aircraft or drones strike something",
        (_BLASTS, "Air/drone strike"),
        ("ASSAULT", "heavy-weapons"),
        _VIOLENCE,
        7,
    ),
    Kind(
        "bombing",
        "a bomb, mine or grenade goes off or is laid",
        (_BLASTS, "Remote explosive/landmine/IED"),
        ("ASSAULT", "explosives"),
        _VIOLENCE,
        5,
    ),
    Kind(
        "suicide_bombing",
        "a bomber blows up himself or herself",
        (_BLASTS, "Suicide bomb"),
        ("ASSAULT", "suicide-attack"),
        _VIOLENCE,
        8,
    ),
    Kind("killing", "somebody is killed on purpose", (_CIVILIANS, "Attack"), ("ASSAULT", ""), _VIOLENCE, 1),
    Kind(
        "sexual_violence",
        "somebody is raped or assaulted sexually",
        (_CIVILIANS, "Sexual violence"),
        ("ASSAULT", "sexual"),
        "sexual_violence",
        1,
    ),
    Kind(
        "abduction",
        "somebody is kidnapped, taken hostage or made to disappear",
        (_CIVILIANS, "Abduction/forced disappearance"),
        ("COERCE", "seize"),
        "abduction",
        4,
    ),
    Kind("arrest", "authorities arrest or hold somebody", (_PLANS, "Arrests"), ("COERCE", "arrest"), "arrest", 1),
    Kind("release", "somebody held is let go or freed", None, ("RETREAT", "release"), "release", 1),
    Kind(
        "arson",
        "something is set on fire on purpose",
        (_PLANS, "Looting/property destruction"),
        ("ASSAULT", ""),
        "arson",
        4,
    ),
    Kind(
        "robbery",
        "something is taken by force or looted",
        (_PLANS, "Looting/property destruction"),
        ("COERCE", "seize"),
        "robbery",
        1,
    ),
    Kind(
        "protest",
        "people gather to demand something",
        ("Protests", "Peaceful protest"),
        ("PROTEST", "demo"),
        "unrest",
        1,
    ),
    Kind("riot", "a crowd uses force", ("Riots", "Mob violence"), ("PROTEST", "riot"), "unrest", 2),
    Kind("labour_strike", "people stop working", ("Protests", "Peaceful protest"), ("PROTEST", "strike"), "strike", 1),
    Kind(
        "seizure",
        "a place changes hands by force",
        ("Battles", "Non-state actor overtakes territory"),
        ("COERCE", "seize"),
        "seizure",
        1,
    ),
    Kind(
        "withdrawal",
        "forces leave a place",
        (_PLANS, "Non-violent transfer of territory"),
        ("RETREAT", "withdraw"),
        "withdrawal",
        1,
    ),
    Kind("incursion", "forces cross into a place that is not theirs", None, ("ASSAULT", ""), "incursion", 1),
    Kind(
        "coup",
        "somebody takes or tries to take power by force: coups and mutinies",
        (_PLANS, "Other"),
        None,
        "coup",
        1,
    ),
    Kind("displacement", "people flee or are made to leave", (_PLANS, "Other"), None, "displacement", 1),
    Kind("agreement", "sides sign or reach an agreement", (_PLANS, "Agreement"), ("SUPPORT", ""), "agreement", 1),
    Kind(
        "accident",
        "vehicles, ships, planes or works come to harm, and the report names nobody who meant it",
        None,
        None,
        "accident",
        1,
    ),
    Kind("disaster", "nature does harm: quake, flood, storm, fire", None, None, "disaster", 1),
)

#: The kinds by name, in the order of the documentation.
KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _ALL})

#: How far a happening went; of two that a report tells of one happening, the first is the stronger.
STAGES = ("accomplished", "attempted", "threatened", "denied")
#: How the deed is put down to its actors, as in MUC-4, and "denied".
CONFIDENCES = ("claimed", "fact", "by_authorities", "suspected", "denied")
