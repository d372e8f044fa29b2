"""Claims get the event that most of their assertions tell of."""

from woozle.store.joins import event_of_claims


def test_the_event_of_most_assertions_and_none_where_as_many_tell_of_another() -> None:
    claims = {"a": "one", "b": "one", "c": "one", "d": "two", "e": "two", "f": "three"}
    events = {"a": "x", "b": "x", "c": "y", "d": "x", "e": "y"}
    assert event_of_claims(claims, events) == {"one": "x"}
