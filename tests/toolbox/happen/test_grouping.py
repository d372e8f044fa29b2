"""Which tellings are of one happening, in one report and across reports."""

from dataclasses import replace
from itertools import permutations

from woozle.toolbox.happen.across import keys_of, likeness, together
from woozle.toolbox.happen.telling import Telling, merged
from woozle.toolbox.happen.vetoes import veto
from woozle.toolbox.happen.within import within_report

DAY = ("2024-05-06T00:00:00Z", "2024-05-07T00:00:00Z")
NEXT = ("2024-05-07T00:00:00Z", "2024-05-08T00:00:00Z")


def telling(name: str, kind: str = "bombing", **more: object) -> Telling:
    one = Telling(
        name, "d1", 1, 0, kind, "accomplished", (), (), ("kort",), (), None, None, "2024-05-07", (), False, False, False
    )
    return replace(one, **more)  # type: ignore[arg-type]


def dated(name: str, kind: str = "bombing", **more: object) -> Telling:
    return telling(name, kind, **({"start": DAY[0], "end": DAY[1]} | more))


def test_an_attack_told_again_is_the_same() -> None:
    first, again = dated("a", at=1), telling("b", "attack", at=90, sentence=5, places=(), is_back=True)
    assert [[one.id for one in group] for group in within_report([again, first])] == [["a", "b"]]


def test_an_attack_on_nobody_needs_a_day_and_a_place() -> None:
    bare = telling("a", "attack")
    assert within_report([bare]) == []
    assert len(within_report([replace(bare, start=DAY[0], end=DAY[1])])) == 1
    assert len(within_report([replace(bare, targets=("convoy",))])) == 1


def test_what_is_told_twice_of_the_same_people_is_a_happening() -> None:
    once = telling("a", "killing", places=(), targets=("priest",))
    assert within_report([once]) == []
    assert len(within_report([once, replace(once, id="b", at=70)])) == 1


def test_another_day_another_place_another_stage_are_other_happenings() -> None:
    one = dated("a")
    assert veto(one, dated("b", start=NEXT[0], end=NEXT[1])) == "time"
    assert veto(one, dated("b", places=("orlo",))) == "place"
    assert veto(one, dated("b", stage="attempted")) == "stage"
    assert veto(one, dated("b", kind="protest")) == "kind"
    assert veto(replace(one, targets=("@1",)), dated("b", targets=("@2",))) == "target"
    assert veto(one, dated("b", kind="killing")) is None


def test_what_is_long_past_is_not_the_news_of_the_day() -> None:
    past = telling("a", start="2020-05-06T00:00:00Z", end="2020-05-07T00:00:00Z")
    assert veto(past, telling("b")) == "time"
    assert veto(past, telling("b", is_back=True)) is None


def test_a_name_inside_another_is_the_same_place() -> None:
    assert veto(telling("a", places=("kort harbour",)), telling("b")) is None


def test_an_area_and_a_town_in_it_meet_and_two_towns_of_one_land_do_not() -> None:
    town, other = telling("a", places=("kort",), inside=("=LV",)), telling("b", places=("orlo",), inside=("=LV",))
    assert veto(town, telling("c", places=("lorvia", "=LV"))) is None
    assert veto(town, other) == "place"


def test_what_is_announced_has_not_happened() -> None:
    assert within_report([telling("a", start="2024-05-09T00:00:00Z", end="2024-05-10T00:00:00Z")]) == []


def test_a_murder_far_from_a_clash_is_none_of_it() -> None:
    clash, murder = telling("a", "armed_clash", sentence=1), telling("b", "killing", sentence=9, at=90)
    assert len(within_report([clash, murder])) == 2


def test_a_happening_of_which_nothing_is_told_is_none() -> None:
    assert within_report([telling("a", places=())]) == []
    assert within_report([telling("a", is_vague=True)]) == []
    assert within_report([telling("a", stage="denied")]) == []


def test_many_without_a_number_are_one_happening_only_where_day_and_place_say_so() -> None:
    assert [len(group) for group in within_report([dated("a", is_vague=True)])] == [1]


def test_two_reports_tell_of_one_by_time_and_place_or_by_whom_it_befell() -> None:
    one, other = dated("a"), dated("b", document_id="d2")
    assert likeness(one, other) > 0
    assert set(keys_of(one)) & set(keys_of(other))
    assert likeness(telling("a"), telling("b", document_id="d2")) == 0
    named = {"targets": ("@judge",)}
    assert likeness(telling("a", "killing", **named), telling("b", "killing", document_id="d2", **named)) > 0
    assert likeness(telling("a", **named), telling("b", document_id="d2", day="2024-09-01", **named)) == 0


def test_an_exact_figure_of_many_tells_a_happening() -> None:
    both = {"places": (), "targets": ("person",), "figures": ("arrested|34.0|34.0",)}
    one, other = telling("a", "arrest", **both), telling("b", "arrest", document_id="d2", **both)
    assert likeness(one, other) > 0
    few = {**both, "figures": ("arrested|3.0|3.0",)}
    assert likeness(telling("a", "arrest", **few), telling("b", "arrest", document_id="d2", **few)) == 0


def test_words_alone_bring_no_two_together() -> None:
    one = telling("a", places=(), targets=("bus",), actors=("gunman",))
    assert likeness(one, replace(one, id="b", document_id="d2")) == 0


def test_groups_do_not_depend_on_the_order() -> None:
    tellings = {
        one.id: one
        for one in (
            dated("a"),
            dated("b", document_id="d2"),
            dated("c", document_id="d3", places=("orlo",)),
            dated("d", document_id="d4", places=("kort", "orlo")),
        )
    }
    links = {
        (left, right): likeness(tellings[left], tellings[right])
        for left in tellings
        for right in tellings
        if left < right and likeness(tellings[left], tellings[right])
    }
    found = {
        str(together(sorted(tellings), dict(sorted(tellings.items())), dict(order)))
        for order in permutations(links.items())
    }
    assert len(found) == 1
    groups = together(sorted(tellings), tellings, links)
    assert not any({"a", "c"} <= set(group) for group in groups)


def test_the_narrowest_time_stands_for_a_report() -> None:
    wide = telling("a", start="2024-05-01T00:00:00Z", end="2024-06-01T00:00:00Z", at=1)
    both = merged([wide, dated("b", "killing", at=9)])
    assert (both.start, both.end, both.kind) == (*DAY, "bombing")
