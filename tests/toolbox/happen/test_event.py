"""What an event says: what most mentions give, and nothing that none gives."""

from dataclasses import replace
from typing import Any

from woozle.model.happenings import EventMention, Toll
from woozle.model.records import Place, Quantity, Time
from woozle.model.values import Span
from woozle.toolbox.happen.event import Told, make_event
from woozle.toolbox.happen.keys import Cited, place_key, place_keys, telling

SPAN = Span(0, 6, "attack")


def mention(name: str, **more: Any) -> EventMention:
    fields: dict[str, Any] = {
        "id": name,
        "document_id": f"d{name}",
        "span": SPAN,
        "type": "attack",
        "actors": (),
        "actor_ids": (),
        "targets": (),
        "target_ids": (),
        "instrument": None,
        "place_ids": (),
        "time_id": None,
        "quantity_ids": (),
        "stage": "accomplished",
        "confidence": None,
        "attribution_id": None,
        "is_vague": False,
        "is_effect": False,
        "is_back": False,
        "event_id": None,
    }
    return EventMention(**(fields | more))


def dead(name: str, low: float, high: float | None = None) -> Quantity:
    return Quantity(name, "d", SPAN, low, low if high is None else high, None, "people", False, "killed")


CITED = Cited(
    {
        "day": Time("day", "d", SPAN, "2024-05-06T00:00:00Z", "2024-05-07T00:00:00Z", "day", "text", None),
        "month": Time("month", "d", SPAN, "2024-05-01T00:00:00Z", "2024-06-01T00:00:00Z", "month", "text", None),
    },
    {
        "kort": Place("kort", "d", SPAN, "Kort", "LV", None, 1.0, 2.0, None, "town"),
        "lorvia": Place("lorvia", "d", SPAN, "Lorvia", "LV", None, None, None, None, "country"),
    },
    {"five": dead("five", 5), "six": dead("six", 6), "again": dead("again", 5)},
    {"e1": "E1"},
)


def event(*mentions: EventMention) -> Any:
    return make_event(
        [Told(row, telling(row, CITED, sentence=0, day=f"2024-05-0{at + 7}")) for at, row in enumerate(mentions)], CITED
    )


def test_what_no_report_tells_is_null() -> None:
    made = event(mention("a"))
    assert (made.place, made.time, made.time_precision, made.geo_precision) == (None, None, None, None)
    assert (made.killed, made.wounded, made.confidence) == (None, None, None)
    assert (made.actors, made.targets, made.first_seen, made.reports) == ((), (), "2024-05-07", 1)


def test_the_figure_of_most_reports_is_the_best() -> None:
    figures = [mention(name, quantity_ids=(name,)) for name in ("five", "six", "again")]
    assert event(*figures).killed == Toll(5, 5, 6)
    assert event(*figures[:2]).killed == Toll(5, None, 6)


def test_the_exact_place_and_time_stand_before_the_wide_ones() -> None:
    made = event(mention("a", place_ids=("lorvia",), time_id="month"), mention("b", place_ids=("kort",), time_id="day"))
    assert (made.place, made.geo_precision, made.time_precision) == ("Kort", "town", "day")
    assert made.time == "2024-05-06T00:00:00Z/2024-05-07T00:00:00Z"


def test_a_claim_of_responsibility_and_the_most_telling_kind_win() -> None:
    made = event(mention("a", confidence="fact"), mention("b", type="bombing", confidence="claimed", actor_ids=("e1",)))
    assert (made.confidence, made.type, made.actor_ids, made.mention_ids) == ("claimed", "bombing", ("E1",), ("a", "b"))


def test_who_did_many_is_not_said_to_have_done_this_one() -> None:
    many = mention("b", is_vague=True, confidence="claimed", actors=(Span(0, 6, "the DF"),), actor_ids=("e1",))
    made = event(mention("a"), many)
    assert (made.confidence, made.actors, made.actor_ids) == (None, (), ())


def test_the_event_is_named_by_its_earliest_mention() -> None:
    assert event(mention("a"), mention("b")).id == event(mention("a")).id


def test_the_keys_of_places_are_those_of_the_most_exact_and_of_what_they_lie_in() -> None:
    kort, lorvia = CITED.places["kort"], CITED.places["lorvia"]
    assert place_keys([lorvia, kort]) == (("kort",), ("lorvia", "=LV"))
    assert place_keys([lorvia]) == (("lorvia", "=LV"), ())
    assert place_keys([]) == ((), ())


def test_a_place_is_the_same_with_and_without_its_sort() -> None:
    assert place_key("the Kort department") == place_key("KORT") == "kort"


def test_who_denies_it_did_it_only_where_nobody_else_is_named() -> None:
    denied = mention("1", actors=(Span(0, 4, "army"),), confidence="denied")
    blamed = mention("2", actors=(Span(9, 14, "Front"),), confidence="by_authorities")
    assert event(denied, blamed).actors == ("Front",)
    assert event(denied, blamed).confidence == "by_authorities"
    assert (event(denied).actors, event(denied).confidence) == (("army",), "denied")


def test_how_surely_is_told_of_the_names_not_of_unknown_men() -> None:
    unknown = mention("1", actors=(Span(0, 3, "men"),), confidence="fact")
    named = mention("2", actors=(Span(9, 14, "Front"),), actor_ids=("e1",), confidence="suspected")
    assert event(unknown, replace(unknown, id="3"), named).confidence == "suspected"


def test_bomb_attacks_in_general_do_not_make_a_killing_a_bombing() -> None:
    general = mention("2", type="bombing", is_vague=True)
    assert event(mention("1", type="killing"), general).type == "killing"
