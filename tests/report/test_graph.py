"""Where reports stand in the drawing of copies: each once, in its outlet's lane, in order of time."""

import dataclasses
from collections.abc import Sequence
from itertools import pairwise

from tests.report.sample import Made, Says, Told, build, many, minute, sample
from tests.report.telling import day
from woozle.report.graph import FEW, LEFT, MOST_LANES, RIGHT, Graph, graph
from woozle.report.index import build as index_of

RAIN = Says("R", "It rained", "O1")


def _told(key: str, made: tuple[Made, ...] = (), **changes: object) -> Told:
    told = Told(key, "TP", f"Rain {key}", minute("08T06:50"), f"It rained {key}.", (RAIN,), made)
    return dataclasses.replace(told, **changes)


def _graph(told: Sequence[Told]) -> Graph:
    return graph(index_of(build(told)))


def test_every_report_stands_once_inside_the_drawing_in_the_order_of_time() -> None:
    index = index_of(sample())
    plan = graph(index)
    assert set(plan.spots) == set(index.reports)
    assert all(LEFT - 1 <= spot.x <= RIGHT + 1 for spot in plan.spots.values())
    assert sum(lane.n_reports for lane in plan.lanes) == len(index.reports)
    for number, lane in enumerate(plan.lanes):
        mine = [plan.spots[i] for i in index.reports if plan.spots[i].lane == number]
        assert {spot.y for spot in mine} == {lane.y}
        known = [spot.x for spot in mine if spot.report.when.start and not spot.is_loose]
        assert known == sorted(known)


def test_a_report_without_a_day_stands_behind_the_axis() -> None:
    plan = _graph([_told("a"), _told("b", (Made("a", "edited"),), published=None)])
    assert plan.has_undated
    dated, undated = sorted(plan.spots.values(), key=lambda spot: spot.x)
    assert (dated.report.title, undated.report.title) == ("Rain a", "Rain b")
    assert plan.axis is not None
    assert undated.x > plan.axis.right


def test_nothing_but_undated_reports_has_no_axis() -> None:
    plan = _graph([_told("a", published=None), _told("b", (Made("a", "edited"),), published=None)])
    assert plan.axis is None
    assert len(plan.spots) == 2


def test_reports_of_one_minute_stand_beside_each_other() -> None:
    plan = _graph([_told(key) for key in "abcd"])
    places = sorted(spot.x for spot in plan.spots.values())
    assert all(b - a >= 7 for a, b in pairwise(places))


def test_where_only_days_are_known_the_copy_stands_after_what_it_was_made_from() -> None:
    told = [_told("z", published=day(8)), _told("a", (Made("z", "verbatim"),), published=day(8), outlet="RK")]
    plan = _graph(told)
    first, second = sorted(plan.spots.values(), key=lambda spot: spot.x)
    assert (first.report.title, second.report.title) == ("Rain z", "Rain a")


def test_a_circle_of_copies_is_drawn_too() -> None:
    keys = "abc"
    told = [_told(key, published=day(8)) for key in keys]
    record = build(told)
    ids = {row.title: row.id for row in record.rows(type(next(iter(index_of(record).reports.values())).row))}
    ring = build([dataclasses.replace(one, made=(Made(keys[i - 1], "edited"),)) for i, one in enumerate(told)])
    assert len(graph(index_of(ring)).spots) == len(ids)


def test_crowds_share_the_last_lane_and_say_what_is_not_drawn() -> None:
    index = index_of(many(400))
    plan = graph(index)
    assert plan.is_crowded
    assert len(index.reports) > FEW
    assert len(plan.lanes) <= MOST_LANES
    assert len(plan.spots) + plan.n_unlinked + plan.n_too_many == len(index.reports)
    assert sum(lane.n_reports for lane in plan.lanes) == len(plan.spots)
