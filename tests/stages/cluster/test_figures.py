"""Figures and times of two statements: the same matter or another, compatible or not."""

from woozle.stages.cluster.figures import clash_of_figures, clash_of_times


def test_two_counts_of_one_thing_clash_where_they_do_not_meet() -> None:
    assert clash_of_figures(["killed|guard||3|3"], ["killed|guard||7|7"])
    assert not clash_of_figures(["killed|guard||3|5"], ["killed|guard||4|9"])
    assert not clash_of_figures(["killed|guard||3|"], ["killed|guard||7|7"])


def test_counts_of_different_things_do_not_clash() -> None:
    assert not clash_of_figures(["killed|guard||3|3"], ["wounded|guard||7|7"])
    assert not clash_of_figures(["|km|km|3|3"], ["|mile|mile|7|7"])


def test_what_is_counted_may_be_left_unsaid_unless_it_must_be_known() -> None:
    assert clash_of_figures(["killed|guard||3|3"], ["|||7|7"])
    assert not clash_of_figures(["killed|guard||3|3"], ["|||7|7"], is_strict=True)


def test_one_figure_that_agrees_is_enough() -> None:
    assert not clash_of_figures(["arrested|person||61|61", "|civilian||9|9"], ["|||61|61"])


def test_clock_times_are_compared_without_their_day() -> None:
    monday, tuesday = "2024-03-04T02:00:00Z|2024-03-04T02:00:00Z", "2024-03-05T02:00:00Z|2024-03-05T02:00:00Z"
    assert not clash_of_times([monday], [tuesday])
    assert clash_of_times([monday], ["2024-03-04T09:30:00Z|2024-03-04T09:30:00Z"])


def test_days_are_compared_with_days_only() -> None:
    day, later = "2024-03-04T00:00:00Z|2024-03-05T00:00:00Z", "2024-03-07T00:00:00Z|2024-03-08T00:00:00Z"
    assert clash_of_times([day], [later])
    assert not clash_of_times([day], ["2024-03-01T00:00:00Z|2024-04-01T00:00:00Z"])
    assert not clash_of_times([day], ["2024-03-09T02:00:00Z|2024-03-09T02:00:00Z"])
