"""What people decided about voices, where a source is more than one."""

from pathlib import Path

from tests.support.piles import Concluded, Pile, conclude
from woozle.model.decisions import Decision
from woozle.model.values import Range

BRIDGE = "the bridge at Karsk was blown up by its own guards"
SOURCES = ("A miller", "Two fishermen")


def told() -> Pile:
    pile = Pile()
    for source, outlet, day in zip(SOURCES, ("Karsk Echo", "Evening Lamp"), (3, 4), strict=True):
        pile.report(outlet, f"2024-06-0{day}", f"{source} said that {BRIDGE}.").quotes(BRIDGE, source)
    return pile


def judged(folder: Path, verdict: str, *sources: str) -> Concluded:
    """The pile, and what it gives once the voices of some sources are judged."""
    alone = conclude(told(), folder / "alone")
    roots = {row.voice.name: row.root_assertion_id for row in alone.tables["origins"]}
    keys = tuple(roots[source] for source in sources)
    row = Decision("b2:d", 1, "b2:b", "origin", verdict, keys, keys, "Mira", "2024-06-09T00:00:00Z", "")
    return conclude(told(), folder / "judged", decided={"origin_decisions": [row]})


def test_two_people_whose_voice_a_person_accepts_stay_two(tmp_path: Path) -> None:
    alone = conclude(told(), tmp_path / "first").claim_of("the bridge at Karsk")
    assert alone.voices.best == 3
    claim = judged(tmp_path, "accept", "Two fishermen").claim_of("the bridge at Karsk")
    assert claim.voices == Range(2, 3, 3)


def test_a_source_that_is_another_one_is_as_many_as_that_one(tmp_path: Path) -> None:
    made = judged(tmp_path, "same", *SOURCES)
    claim = made.claim_of("the bridge at Karsk")
    assert {row.voice.name for row in made.origins_of(claim)} == {"A miller"}
    assert claim.voices == Range(1, 1, 1)
