"""Several people whom a report counts without names: as many voices, as many dots, and words that say so."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.report.sample import Record, Says, Told, build, minute
from tests.web.cases import case_of, reader
from woozle.model import records as r
from woozle.model.values import Range, Voice
from woozle.report.draw_fan import claim_frame, fan, key_frame
from woozle.report.draw_glyph import glyph
from woozle.report.draw_history import history
from woozle.report.index import build as index_of
from woozle.report.page import assemble
from woozle.report.svg import MOST_PEOPLE
from woozle.report.view_row import shapes_of


def fishermen(people: int, certainty: str = "half") -> Record:
    """Two reports of one claim: one of so many fishermen without names, one of somebody with a name."""
    told = [
        Told("a", "Post", "A title", minute("08T06:50"), "A warship lay off the bay, two fishermen said.", ()),
        Told("b", "Wire", "A title", minute("08T07:50"), "A warship lay off the bay, Jana Rehl said.", ()),
    ]
    said = Says("R", "A warship lay off the bay", "X"), Says("R", "A warship lay off the bay", "Y")
    record = build([replace(one, says=(says,)) for one, says in zip(told, said, strict=True)])
    origins = record.rows(r.Origin)
    counted = Voice(None, f"{people} fishermen", "anonymous", people)
    record.tables[r.Origin] = [
        replace(row, voice=counted, certainty=certainty) if row.voice.name == "X" else row for row in origins
    ]
    best = people + 1 if certainty in ("sure", "half") else 1
    record.tables[r.Claim] = [replace(row, voices=Range(1, best, people + 1)) for row in record.rows(r.Claim)]
    return record


def circles(svg: str) -> int:
    return len(re.findall(r'<circle class="(?:dot|dot-half|dot-may|f[a-eku]|half s[a-eku])"', svg))


@pytest.mark.parametrize("certainty", ["sure", "half", "may"])
@pytest.mark.parametrize("people", [1, 2, 3, 6])
def test_every_drawing_has_as_many_dots_as_there_are_voices(people: int, certainty: str) -> None:
    form = next(iter(shapes_of(index_of(fishermen(people, certainty))).values()))
    drawings = [fan(form, frame(None, narrow=narrow)) for frame in (key_frame, claim_frame) for narrow in (True, False)]
    for svg in (glyph(form), *drawings, history(form, None)[0]):
        assert circles(svg) == people + 1
        assert svg.count('class="folk') == (people > 1)


def test_any_number_of_people_can_be_drawn() -> None:
    form = next(iter(shapes_of(index_of(fishermen(4_000))).values()))
    assert circles(glyph(form)) == MOST_PEOPLE + 1
    assert "4,000 voices" in fan(form, claim_frame(None, narrow=False))


def test_words_say_how_many_they_are() -> None:
    page = assemble(index_of(fishermen(2)), "bay")
    voice = next(voice for voice in page.claims[0].voices if voice.name == "2 fishermen")
    assert voice.note.startswith("Two people, so two voices.")
    assert 'aria-label="two voices"' in voice.dots
    assert "2 fishermen (two voices, 1 report)" in page.claims[0].fans[0]
    assert page.title[1] == "Three voices stand behind it."
    assert page.claims[0].head.numbers == "2 reports, 2 outlets, 3 voices, perhaps 1"
    assert "3 voices" in page.claims[0].history


def test_the_pages_count_them_too(tmp_path: Path) -> None:
    browser = reader(case_of(tmp_path, fishermen(3)))
    assert browser.get("/numbers.json").json()["totals"]["voices"] == 4
    claim = browser.get("/claims.json").json()["claims"][0]["href"]
    assert circles(browser.get("/claims").text) >= 2 * 4
    assert "Three people, so three voices." in browser.get(claim).text


def test_so_do_the_figures_of_claims_in_very_many_reports(tmp_path: Path) -> None:
    says = Says("R", "A warship lay off the bay", "X")
    text = "A warship lay off the bay, two clerks said."
    record = build(
        [Told(str(n), f"Outlet {n % 9}", "A title", minute("08T06:50"), text + str(n), (says,)) for n in range(70)]
    )
    clerks = Voice(None, "two clerks", "anonymous", 2)
    record.tables[r.Origin] = [replace(row, voice=clerks) for row in record.rows(r.Origin)]
    page = reader(case_of(tmp_path, record)).get("/claims").text
    bundle = re.search(r'<svg class="glyph bundle".*?</svg>', page, re.S)
    assert bundle
    assert 'class="folk' in bundle[0]
    assert circles(bundle[0]) == 2
