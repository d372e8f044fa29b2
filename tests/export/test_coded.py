"""The coded table: ACLED's and UCDP's columns, and nothing in a cell that no report says."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from tests.export.fakes import Fake, whole
from woozle.export import write_export
from woozle.export.coded import ACLED, COLUMNS, UCDP, acled_type, coded_rows
from woozle.export.conclusions import Conclusions
from woozle.model.happenings import Event, Toll
from woozle.model.records import Entity, Place

EVENT = Event(
    "b2:ev1",
    "bombing",
    (),
    (),
    "Orle",
    "2024-05-03T00:00:00Z/2024-05-04T00:00:00Z",
    (),
    ("b2:claim",),
    "day",
    None,
    "b2:p1",
    "b2:i1",
    "accomplished",
    "claimed",
    ("Dawn Front",),
    ("a ferry",),
    Toll(2, None, 3),
    None,
    (),
    2,
    "2024-05-04",
)


def rows(*events: Event, precision: str | None = None) -> list[dict[str, str]]:
    record = whole()
    record[Event] = list(events)
    record[Place] = [replace(record[Place][0], precision=precision)]
    return list(coded_rows(Fake(record)))


def test_the_columns_are_those_of_the_codebooks() -> None:
    assert len(ACLED) == 31
    assert (ACLED[0], ACLED[5], ACLED[-1]) == ("event_id_cnty", "event_type", "timestamp")
    assert {"best", "low", "high", "date_prec", "where_prec"} <= set(UCDP)


def test_what_is_known_stands_in_its_column_and_the_rest_is_empty() -> None:
    (row,) = rows(EVENT, precision="town")
    assert (row["event_date"], row["year"], row["time_precision"], row["date_prec"]) == ("2024-05-03", "2024", "1", "1")
    assert (row["location"], row["geo_precision"], row["where_prec"]) == ("Orle", "1", "1")
    assert (row["best"], row["low"], row["high"], row["fatalities"]) == ("", "2", "3", "")
    assert row["sub_event_type"] == "Remote explosive/landmine/IED"
    assert (row["actor1"], row["actor2"], row["notes"]) == ("Dawn Front", "a ferry", "The ferry ran aground.")
    assert all(row[name] == "" for name in ("inter1", "region", "iso", "timestamp", "latitude"))


def test_an_event_without_time_and_place_has_no_codes() -> None:
    (row,) = rows(replace(EVENT, time=None, place=None, place_id=None, killed=None))
    empty = ("event_date", "year", "time_precision", "date_prec", "location", "geo_precision", "where_prec", "low")
    assert all(row[name] == "" for name in empty)


@pytest.mark.parametrize(
    ("end", "acled", "ucdp"),
    [
        ("2024-05-04T00:00:00Z", "1", "1"),
        ("2024-05-06T00:00:00Z", "2", "2"),
        ("2024-05-10T00:00:00Z", "2", "3"),
        ("2024-06-03T00:00:00Z", "3", "4"),
        ("2025-01-01T00:00:00Z", "", "5"),
        ("2030-01-01T00:00:00Z", "", ""),
    ],
)
def test_the_codes_say_how_long_the_time_is(end: str, acled: str, ucdp: str) -> None:
    (row,) = rows(replace(EVENT, time=f"2024-05-03T00:00:00Z/{end}"))
    assert (row["time_precision"], row["date_prec"]) == (acled, ucdp)


def test_threats_are_no_events_of_acled_and_a_foiled_bomb_is_one() -> None:
    assert rows(replace(EVENT, stage="threatened")) == []
    assert rows(replace(EVENT, type="killing", stage="attempted")) == []
    (row,) = rows(replace(EVENT, stage="attempted"))
    assert row["sub_event_type"] == "Disrupted weapons use"


def test_an_attack_is_coded_by_whom_it_befell() -> None:
    attack = replace(EVENT, type="attack")
    assert acled_type(replace(attack, targets=("ten villagers",))) == ("Violence against civilians", "Attack")
    assert acled_type(replace(attack, targets=("a patrol",))) == ("Battles", "Armed clash")
    assert acled_type(replace(attack, targets=("a ferry",))) == ("", "")


def test_the_table_is_written_beside_the_others(tmp_path: Path) -> None:
    record = whole()
    record[Event] = [EVENT]
    write_export(Fake(record), "csv", tmp_path / "out")
    with (tmp_path / "out" / "events_coded.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert tuple(table[0]) == COLUMNS
    assert table[0]["event_id_cnty"] == "b2:ev1"


def test_an_event_holds_the_mentions_that_name_it() -> None:
    conclusions = Conclusions()
    conclusions.note(replace(EVENT, mention_ids=("b2:em1",)))
    assert list(conclusions.faults()) == ["events b2:ev1: its mentions are not those that name it"]
    assert list(Conclusions().faults()) == []


def test_the_one_name_of_those_who_did_it_goes_before_their_words() -> None:
    record = whole()
    entity = record[Entity][0]
    record[Event] = [replace(EVENT, actors=("the rebels",), actor_ids=(entity.id,))]
    (row,) = coded_rows(Fake(record))
    assert row["actor1"] == entity.name
