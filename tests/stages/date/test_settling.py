"""In which year a report came out that prints its day without one."""

from datetime import date

import pytest

from woozle.stages.date.settling import Open, year_of

FRIDAY = "XXXX-10-11 Friday"
PLAIN = "XXXX-10-11"


def held(told: str, lead: str, *days: tuple[str, int], not_before: str | None = None) -> date | None:
    return year_of([Open("d", told, not_before, lead, day, n) for day, n in days])


@pytest.mark.parametrize(
    ("told", "lead", "days"),
    [
        (FRIDAY, "", [("2024-10-09", 1)]),
        (PLAIN, "It burned on Thursday.", [("2024-10-09", 1), ("2024-10-12", 1)]),
        (PLAIN, "It burned on Friday.", [("2024-10-12", 3), ("2023-03-12", 9)]),
    ],
)
def test_reports_about_the_same_day_tell_the_year(told: str, lead: str, days: list[tuple[str, int]]) -> None:
    assert held(told, lead, *days) == date(2024, 10, 11)


@pytest.mark.parametrize(
    ("told", "lead", "days"),
    [
        (FRIDAY, "", [("2025-10-09", 9)]),  # a Saturday
        (PLAIN, "It burned.", [("2024-10-12", 9)]),  # no weekday agrees
        (PLAIN, "It burned on Monday.", [("2024-10-12", 9)]),  # four days before
        (PLAIN, "It burned on Thursday.", [("2024-10-12", 1)]),  # one report alone
        (FRIDAY, "", [("2024-10-09", 9), ("2023-10-09", 1)]),  # two years in question
        (FRIDAY, "", [("2024-09-09", 9)]),  # no report near
        ("XXXX-02-29", "It burned on Thursday.", [("2023-02-28", 9)]),  # no such day
        ("some day", "It burned on Thursday.", [("2023-02-28", 9)]),
    ],
)
def test_it_stays_open_where_they_do_not(told: str, lead: str, days: list[tuple[str, int]]) -> None:
    assert held(told, lead, *days) is None


def test_what_it_tells_as_past_bounds_it() -> None:
    assert held(FRIDAY, "", ("2024-10-09", 9), not_before="2024-10-11T00:00:00Z") == date(2024, 10, 11)
    assert held(FRIDAY, "", ("2024-10-09", 9), not_before="2025-01-01T00:00:00Z") is None


def test_new_year_lies_between_days_near_one_another() -> None:
    assert held("XXXX-12-31 Tuesday", "", ("2025-01-03", 2)) == date(2024, 12, 31)
