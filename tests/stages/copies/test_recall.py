"""Children that look back: on their own outlet's report, on what was said on a day, on a speaker's words."""

from datetime import date
from pathlib import Path

import pytest

from tests.stages.copies.reports import FERRY, MARKET, day, document
from tests.stages.copies.test_steps import derived
from woozle.model.records import Derivation, Document
from woozle.stages.copies.recall import days_told

OTHER = document(MARKET, "Tolvik Lantern", "2031-03-05")
QUOTED = "“I warned the board twice, and twice the board thanked me for my letter”"
#: The pilot spoke to everybody, and to one paper.
PUBLIC = document(FERRY.replace("she said", "Greta Munk told reporters"), "Coastline", "2031-03-04")
ALONE = document(FERRY.replace("she said", "Greta Munk told the Sarnby Echo"), "Sarnby Echo", "2031-03-04")


def inside(folder: Path, *documents: Document) -> dict[tuple[str, str], Derivation]:
    return derived(folder, [OTHER, *documents])


def quoting(published: str, outlet: str = "Hill Radio", verb: str = "said") -> Document:
    own = "The board meets next week. Its chair collects stamps and lighthouses, and has an opinion on each of them."
    return document(f"Letters, letters\n\n{QUOTED}, pilot Greta Munk {verb}. {own}", outlet, published)


def test_words_that_were_spoken_to_one_outlet_were_read_there(tmp_path: Path) -> None:
    child = quoting("2031-03-05")
    found = inside(tmp_path, ALONE, child)
    assert set(found) == {(child.id, ALONE.id)}
    assert (found[child.id, ALONE.id].kind, found[child.id, ALONE.id].credited) == ("quotation", False)


def test_words_that_were_spoken_to_everybody_may_have_been_heard(tmp_path: Path) -> None:
    assert inside(tmp_path, PUBLIC, quoting("2031-03-05")) == {}


def test_words_that_come_again_days_later_were_read(tmp_path: Path) -> None:
    child = quoting("2031-03-12")
    assert set(inside(tmp_path, PUBLIC, child)) == {(child.id, PUBLIC.id)}


@pytest.mark.parametrize("child", [quoting("2031-03-12", "Coastline"), quoting("2031-03-12", verb="told Hill Radio")])
def test_who_spoke_to_the_child_itself_was_not_read_elsewhere(tmp_path: Path, child: Document) -> None:
    assert inside(tmp_path, PUBLIC, child) == {}


@pytest.mark.parametrize(
    "words",
    [
        "Correction: on 4 March we reported that four hives broke loose off Sarnby. It was two.",
        "Correction to our report of 4 March: off Sarnby two hives broke loose, not four.",
        "In an earlier report on 4 March the number of hives that broke loose off Sarnby was wrong.",
    ],
)
def test_a_correction_goes_back_to_the_report_that_it_corrects(tmp_path: Path, words: str) -> None:
    child = document(f"Put right\n\n{words}", "Coastline", "2031-03-09")
    found = inside(tmp_path, PUBLIC, child)
    assert set(found) == {(child.id, PUBLIC.id)}
    assert (found[child.id, PUBLIC.id].kind, found[child.id, PUBLIC.id].credited) == ("paraphrase", True)


def test_a_correction_of_another_day_does_not(tmp_path: Path) -> None:
    text = "Put right\n\nOn 2 March we reported that four hives broke loose off Sarnby. It was two."
    assert inside(tmp_path, PUBLIC, document(text, "Coastline", "2031-03-09")) == {}


@pytest.mark.parametrize(
    ("words", "published", "is_credited"),
    [
        ("Pilot Greta Munk had said nine days earlier that the dredged channel was too narrow.", "2031-03-13", False),
        ("She read what Greta Munk said in the paper on Tuesday of the dredged channel.", "2031-03-06", True),
    ],
)
def test_what_was_said_on_a_day_stood_in_the_report_of_that_day(
    tmp_path: Path, words: str, published: str, is_credited: bool
) -> None:
    child = document(f"Who is to blame\n\nThe board is silent. {words}", "Hill Radio", published)
    found = inside(tmp_path, PUBLIC, child)
    assert {pair: row.credited for pair, row in found.items()} == {(child.id, PUBLIC.id): is_credited}


def test_days_that_are_looked_back_on() -> None:
    text = "On 4 March we printed a wrong name. She said in the papers on Sunday that it rains. It rained on Friday."
    assert days_told(text, day("2031-03-12")) == ([date(2031, 3, 4)], [date(2031, 3, 9)])
    assert days_told(text, None) == ([], [])
