"""Event mentions as rows: their times, places, figures and names."""

import pytest

import woozle
from woozle.model.happenings import EventMention
from woozle.reader import Reading


@pytest.fixture(scope="module")
def reader() -> woozle.Reader:
    return woozle.Reader()


def read(reader: woozle.Reader, text: str) -> tuple[Reading, EventMention]:
    reading = reader.read(text, published="2024-05-07")
    (mention,) = reading.event_mentions
    return reading, mention


def test_a_mention_cites_the_rows_of_its_clause(reader: woozle.Reader) -> None:
    text = "Gunmen of the Dawn Front killed five farmers in Orlo on Monday, Mayor Ada Finn said."
    reading, mention = read(reader, text)
    names = {row.id: row.name for row in reading.entities}
    assert [row.span.text for row in reading.places if row.id in mention.place_ids] == ["Orlo"]
    assert [row.start for row in reading.times if row.id == mention.time_id] == ["2024-05-06T00:00:00Z"]
    assert [(row.low, row.role) for row in reading.quantities if row.id in mention.quantity_ids] == [(5, "killed")]
    assert [names[key] for key in mention.actor_ids] == ["Dawn Front"]
    assert mention.attribution_id in {row.id for row in reading.attributions}
    for span in (mention.span, *mention.actors, *mention.targets):
        assert span.text == text[span.start : span.end]


def test_the_day_it_was_said_is_not_the_day_it_happened(reader: woozle.Reader) -> None:
    _, mention = read(reader, "Police said on Monday that gunmen had kidnapped two farmers in Orlo.")
    assert mention.time_id is None


def test_a_place_that_only_describes_is_not_where_it_happened(reader: woozle.Reader) -> None:
    reading, mention = read(reader, "A bomb exploded near the France embassy in Orlo.")
    assert [row.name for row in reading.places if row.id in mention.place_ids] == ["Orlo"]


def test_the_month_of_march_is_no_march(reader: woozle.Reader) -> None:
    assert not reader.read("The patrols go on until March.", published="2024-05-07").event_mentions


def test_a_text_without_happenings_has_none(reader: woozle.Reader) -> None:
    assert not reader.read("The library opens at nine.").event_mentions


def test_plain_words_for_a_movement_get_its_entity(reader: woozle.Reader) -> None:
    text = "Dawn Front rebels took a post on Monday. The rebels killed two farmers in Orlo."
    reading = reader.read(text, published="2024-05-07")
    (killing,) = [row for row in reading.event_mentions if row.type == "killing"]
    names = {row.id: row.name for row in reading.entities}
    assert ([row.text for row in killing.actors], [names[key] for key in killing.actor_ids]) == (
        ["The rebels"],
        ["Dawn Front"],
    )


def test_who_tells_their_own_deed_claims_it(reader: woozle.Reader) -> None:
    _, mention = read(reader, "The Dawn Front said that the Dawn Front had kidnapped two farmers in Orlo.")
    assert mention.confidence == "claimed"
    _, mention = read(reader, "“Our fighters attacked a bank in Orlo,” he said.")
    assert mention.confidence == "claimed"


def test_a_land_that_speaks_is_no_place_of_the_deed(reader: woozle.Reader) -> None:
    _, mention = read(reader, "France has denied any links with the murder of the judge.")
    assert mention.place_ids == ()


def test_a_time_is_nobody_whom_it_befell(reader: woozle.Reader) -> None:
    _, mention = read(reader, "Gunmen attacked at 7:18 hours in Orlo.")
    assert mention.targets == ()


def test_where_and_when_it_was_told_is_not_where_and_when_it_was(reader: woozle.Reader) -> None:
    text = "Three guards were killed and two wounded, Dora Kessim told a news conference in Orlo on Tuesday."
    reading = reader.read(text, published="2024-05-07")
    for row in reading.event_mentions:
        assert (row.place_ids, row.time_id) == ((), None)


def test_what_is_told_of_those_whom_it_befell_is_not_when_it_was(reader: woozle.Reader) -> None:
    _, mention = read(reader, "The judge, who took office on Friday, was shot near Orlo.")
    assert mention.time_id is None


def test_a_dateline_is_neither_place_nor_time_of_a_deed(reader: woozle.Reader) -> None:
    text = "MARISTOW, May 7, 2024 (Trunkline) - Gunmen kidnapped two farmers who were on their way home."
    reading = reader.read(text, published="2024-05-07")
    (row,) = reading.event_mentions
    assert (row.place_ids, row.time_id) == ((), None)


def test_an_explosion_is_a_bombing_only_where_the_report_says_that_somebody_meant_it(reader: woozle.Reader) -> None:
    mishap = reader.read("A paint factory blew up in Orlo on Monday. Nineteen people were injured.", "2024-05-07")
    (event,) = mishap.events
    assert (event.type, event.actors) == ("accident", ())
    meant = reader.read("An explosion hit a bank in Orlo on Monday. Police found parts of a bomb.", "2024-05-07")
    assert [row.type for row in meant.events] == ["bombing"]


def test_the_place_before_a_raid_did_not_carry_it_out(reader: woozle.Reader) -> None:
    reading = reader.read("The Orlo raid shocked the town of Orlo on Monday.", "2024-05-07")
    assert [row.actors for row in reading.event_mentions] == [()]
