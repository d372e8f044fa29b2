"""Names behind one claim: a shorter one is taken for the only longer one that holds its words, and for nothing else."""

import random
from dataclasses import replace
from typing import Any

import pytest

from woozle.stages.origins.evidence import Voiced
from woozle.stages.origins.said import Said
from woozle.stages.origins.voices import settled


def voiced(at: int, source: str, **how: Any) -> Voiced:
    """An assertion of a source, unnamed or an entity (``name``)."""
    name, is_vague = how.get("name"), how.get("is_vague", False)
    entity = f"e-{name}" if name else None
    kind = how.get("kind", "organisation")
    said = Said(
        f"s{at}", f"d{at}", "Post", "post", None, 0, "It broke.", False, False, "plain", True, source, entity, name,
        kind, is_vague, False, False, (), "unknown", None, *((),) * 5,
    )  # fmt: skip
    return Voiced("c", said, None, None, None, "", 1000)


def voices(*rows: Voiced) -> list[str]:
    return [row.voice for row in settled(rows)]


def test_a_short_name_goes_to_the_only_longer_one() -> None:
    short, long = voiced(1, "the coastguard"), voiced(2, "the Velan coastguard", name="Velan coastguard")
    assert set(voices(short, long)) == {"entity:e-Velan coastguard"}


def test_a_name_that_fits_two_goes_to_neither() -> None:
    short = voiced(1, "the coastguard")
    longer = (voiced(2, "x", name="Velan coastguard"), voiced(3, "x", name="Orlo coastguard"))
    assert voices(short, *longer)[0] == "called:coastguard"


def test_names_lead_on_step_by_step() -> None:
    rows = [
        voiced(1, "the coastguard"),
        voiced(2, "x", name="Velan coastguard"),
        voiced(3, "x", name="North Velan coastguard"),
    ]
    assert len(set(voices(*rows))) == 1


def test_of_names_in_the_same_words_all_lead_to_the_best_known_however_many_they_are() -> None:
    """Going from each to the next better known one, as was done once, takes minutes for so many."""
    rows = [voiced(at, f"the Velan coastguard {'of' * (at % 2)}", kind="organisation") for at in range(2)]
    houses = [voiced(at, "x", kind="own_reporting") for at in range(2, 3_002)]
    own = [replace(row, said=replace(row.said, outlet="Velan Coastguard", house=f"h{row.said.id}")) for row in houses]
    found = voices(*rows, *own, voiced(9_999, "x", name="Velan coastguard"))
    assert set(found) == {"entity:e-Velan coastguard"}
    assert len(set(voices(*own))) == 1


def test_who_says_too_little_is_nobody_else() -> None:
    rows = [voiced(1, "officials", is_vague=True, kind="anonymous"), voiced(2, "x", name="port officials")]
    assert voices(*rows)[0] == "vague:post"


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_assertions_does_not_matter(seed: int) -> None:
    rng = random.Random(seed)
    words = ("coastguard", "Velan", "Orlo", "north")
    rows = [voiced(at, "x", name=" ".join(rng.sample(words, rng.randint(1, 4)))) for at in range(8)]
    found = dict(zip(rows, voices(*rows), strict=True))
    mixed = rng.sample(rows, len(rows))
    assert dict(zip(mixed, voices(*mixed), strict=True)) == found
