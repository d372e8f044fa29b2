"""Figures and times of two statements: the same matter or another, compatible or not."""

from woozle.stages.cluster.figures import (
    are_other_fates,
    are_plainly_other_fates,
    clash_of_figures,
    clash_of_times,
    is_likely_clash,
    is_plain_clash,
)


def test_two_counts_of_one_thing_clash_where_they_do_not_meet() -> None:
    assert clash_of_figures(["killed|guard||3|3||"], ["killed|guard||7|7||"])
    assert not clash_of_figures(["killed|guard||3|5||"], ["killed|guard||4|9||"])
    assert not clash_of_figures(["killed|guard||3|||"], ["killed|guard||7|7||"])


def test_counts_of_different_things_do_not_clash() -> None:
    assert not clash_of_figures(["killed|guard||3|3||"], ["wounded|guard||7|7||"])
    assert not clash_of_figures(["|km|km|3|3||"], ["|mile|mile|7|7||"])


def test_the_injured_are_not_the_dead() -> None:
    assert are_other_fates(["killed|person||17|17|people|"], ["wounded|person||17|17|people|"])
    assert not are_other_fates(["killed|person||17|17|people|"], ["killed|||9|9||", "wounded|||17|17||"])
    assert not are_other_fates(["captured|guard||40|40||"], ["arrested|person||40|40||"])
    assert not are_other_fates(["killed|guard||3|3||"], ["|guard||3|3||"])


def test_figures_of_which_all_are_told_keep_the_dead_and_the_missing_apart() -> None:
    assert are_plainly_other_fates(["killed|person||2|2|people|"], ["missing|person||2|2|people|"])
    assert not are_plainly_other_fates(["|||11|11||", "wounded|||38|38||"], ["killed|body||11|11||"])


def test_what_is_counted_may_be_left_unsaid_unless_it_must_be_known() -> None:
    assert clash_of_figures(["killed|guard||3|3||"], ["|||7|7||"])
    assert not is_plain_clash(["killed|guard||3|3||"], ["|||7|7||"])
    assert is_likely_clash(["|guard||3|3||"], ["|||7|7||"])
    assert not is_plain_clash(["|guard||3|3||"], ["|||7|7||"])


def test_the_dead_of_one_sort_are_not_all_the_dead() -> None:
    everybody = ["killed|person||14|14|people|"]
    assert is_plain_clash(everybody, ["killed|kill||17|17|people|"])
    assert not is_plain_clash(everybody, ["killed|fight||2|2|fighters|"])
    assert not is_plain_clash(everybody, ["killed|of kill||3|3|people|"])


def test_a_later_toll_is_an_update_unless_it_shrinks() -> None:
    monday, tuesday = "2024-05-06", "2024-05-07"
    seven, eleven = "killed|person||7|7|people|", "killed|person||11|11|people|"
    assert not is_plain_clash([seven + monday], [eleven + tuesday])
    assert is_plain_clash([seven + monday], [eleven + monday])
    assert is_plain_clash([seven + monday], [eleven + monday + "T18:00"])
    assert is_plain_clash([eleven + monday], [seven + tuesday])
    assert is_plain_clash([seven], [eleven + tuesday])
    assert not is_plain_clash(["missing|person||9|9|people|" + monday], ["missing|person||4|4|people|" + tuesday])


def test_one_figure_that_agrees_is_enough() -> None:
    assert not clash_of_figures(["arrested|person||61|61||", "|civilian||9|9||"], ["|||61|61||"])


def test_each_fate_is_a_matter_of_its_own() -> None:
    missing = "missing|person||24|24|people|"
    assert clash_of_figures(["killed|person||13|13|people|", missing], ["killed|person||30|30|people|", missing])
    assert not clash_of_figures(["killed|person||13|13|people|", missing], ["killed|person||13|13|people|"])


def test_people_are_passengers_but_no_tickets() -> None:
    people = ["|person||250||people|"]
    assert clash_of_figures(people, ["|passenger||180|180|people|"])
    assert is_plain_clash(people, ["|passenger||180|180|people|"])
    assert not clash_of_figures(people, ["|ticket||212|212||"])
    assert not clash_of_figures(["|villager||250||people|"], ["|passenger||180|180|people|"])


def test_clock_times_are_compared_without_their_day() -> None:
    monday, tuesday = "2024-03-04T02:00:00Z|2024-03-04T02:00:00Z", "2024-03-05T02:00:00Z|2024-03-05T02:00:00Z"
    assert not clash_of_times([monday], [tuesday])
    assert clash_of_times([monday], ["2024-03-04T09:30:00Z|2024-03-04T09:30:00Z"])


def test_days_are_compared_with_days_only() -> None:
    day, later = "2024-03-04T00:00:00Z|2024-03-05T00:00:00Z", "2024-03-07T00:00:00Z|2024-03-08T00:00:00Z"
    assert clash_of_times([day], [later])
    assert not clash_of_times([day], ["2024-03-01T00:00:00Z|2024-04-01T00:00:00Z"])
    assert not clash_of_times([day], ["2024-03-09T02:00:00Z|2024-03-09T02:00:00Z"])
