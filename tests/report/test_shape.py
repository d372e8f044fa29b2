"""The shape of a claim: every report one stroke, every voice one dot, as its three numbers say."""

import dataclasses

import pytest

from tests.report.sample import Says, Told, build, minute, sample
from woozle.model import records as r
from woozle.report.index import build as index_of
from woozle.report.shape import MOST_LANES
from woozle.report.view_row import shapes_of

INDEX = index_of(sample())
SHAPES = shapes_of(INDEX)


@pytest.mark.parametrize("claim_id", sorted(INDEX.claims))
def test_strokes_and_dots_add_up_to_the_three_numbers(claim_id: str) -> None:
    claim, form = INDEX.claims[claim_id], SHAPES[claim_id]
    assert len(form.strokes) == claim.reports
    assert len({stroke.report_id for stroke in form.strokes}) == claim.reports
    assert len(form.lanes) == claim.outlets
    assert sum(dot.is_counted for dot in form.dots) == claim.voices.best
    assert sum(dot.certainty == "may" for dot in form.dots) == claim.voices.high - claim.voices.best


@pytest.mark.parametrize("claim_id", sorted(INDEX.claims))
def test_every_stroke_leads_to_a_voice_that_counts_it(claim_id: str) -> None:
    form = SHAPES[claim_id]
    for stroke in form.strokes:
        assert stroke.leads
        for v, o in stroke.leads:
            assert stroke.report_id in form.dots[v].occasions[o].report_ids
        assert all(stroke.report_id in form.dots[v].first for v in stroke.first)


def test_letters_go_by_number_of_reports_and_the_uncounted_have_none() -> None:
    form = max(SHAPES.values(), key=lambda form: len(form.dots))
    counted = [dot for dot in form.dots if dot.is_counted]
    assert [dot.letter for dot in counted] == [chr(65 + i) for i in range(len(counted))]
    sizes = [len(dot.report_ids) for dot in counted]
    assert sizes == sorted(sizes, reverse=True)
    assert {dot.letter for dot in form.dots if not dot.is_counted} <= {"?", ""}


RAIN = Says("R", "It rained", "X")


def test_reports_of_outlets_that_are_not_known_share_no_lane() -> None:
    record = build([Told(key, "TP", "A title", minute("08T06:50"), f"It rained {key}.", (RAIN,)) for key in "ab"])
    record.tables[r.Document] = [dataclasses.replace(row, outlet=None) for row in record.rows(r.Document)]
    form = next(iter(shapes_of(index_of(record)).values()))
    assert [lane.name for lane in form.lanes] == ["Outlet not known"] * 2


def test_outlets_beyond_the_room_share_the_last_lane_and_no_stroke_is_lost() -> None:
    n = MOST_LANES + 7
    told = [
        Told(f"m{i:02d}", f"Outlet {i}", "A title", minute("08T06:50"), f"It rained {i}.", (RAIN,)) for i in range(n)
    ]
    form = next(iter(shapes_of(index_of(build(told))).values()))
    assert len(form.lanes) == MOST_LANES
    assert form.lanes[-1].name == "8 more outlets"
    assert len(form.strokes) == n
