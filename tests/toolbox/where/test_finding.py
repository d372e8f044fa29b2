"""Where places lie: what a report tells, what it leaves open, and what is no place."""

import re

import pytest

from woozle.toolbox.where import Located, home_of, is_voice, load_world, locate

NOWHERE = Located()


def spans_of(text: str, names: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(rf"\b(?:{names})", text)]


def where(text: str, names: str, home: str | None = None) -> list[Located]:
    return locate(text, spans_of(text, names), load_world(), home)


def areas(text: str, names: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(found.precision, found.country, found.admin1) for found in where(text, names)]


def test_a_larger_place_behind_a_comma_decides() -> None:
    text = "A barn burnt in Springfield, Illinois. A mill burnt in Paris, Texas. Shots fell in Newark, N.J."
    found = areas(text, "Springfield|Illinois|Paris|Texas|Newark")
    assert found[0] == ("town", "US", "Illinois")
    assert found[1] == ("admin1", "US", "Illinois")
    assert found[2] == ("town", "US", "Texas")
    assert found[4] == ("town", "US", "New Jersey")


def test_without_it_a_name_that_many_bear_stays_open() -> None:
    assert where("The barn in Springfield burnt; the American owner wept.", "Springfield") == [NOWHERE]


@pytest.mark.parametrize(
    ("text", "names", "country"),
    [
        ("Two shells hit the Syrian town of Foua.", "Foua", None),
        ("Police in the Jordanian city of Karak shut the castle.", "Karak", "JO"),
        ("Storms hit Birmingham in the state of Alabama.", "Birmingham|Alabama", "US"),
        ("Russia’s border city of Belgorod went dark.", "Russia|Belgorod", "RU"),
    ],
)
def test_whose_it_is_said_to_be_decides(text: str, names: str, country: str | None) -> None:
    found = [place for place in where(text, names) if place.precision != "country"]
    assert found[0].country == country


def test_the_word_for_its_kind_says_which_of_two_is_meant() -> None:
    text = "Fires burn in the Kharkiv region. The city of Kharkiv is dark. The Kherson and Donetsk regions are quiet."
    assert [kind for kind, _, _ in areas(text, "Kharkiv|Kherson|Donetsk")] == ["admin1", "town", "admin1", "admin1"]


def test_a_name_of_a_town_and_its_region_is_not_placed_more_precisely_than_the_region() -> None:
    (found,) = where("Russian raiders went back to Belgorod.", "Belgorod")
    assert found.precision == "admin1"


def test_old_and_new_names_are_one_place() -> None:
    old, new = where("Ukrainian troops left Artemivsk. Ukrainian maps say Bakhmut.", "Artemivsk|Bakhmut")
    assert old == new
    assert old.precision == "town"


def test_what_is_not_known_stays_open() -> None:
    text = "Ukrainian guns fired near the border, at Velanoa Brunsk and on the Zaporizhian Heights."
    assert where(text, "the border|Velanoa Brunsk|Zaporizhian Heights") == [NOWHERE] * 3


def test_in_a_country_that_nobody_knows_known_names_stay_open() -> None:
    text = "The Astmarian guard left Orlebrunsk for Velanoa, and then Kingston. The road to Voldenmark is shut."
    assert where(text, "Orlebrunsk|Velanoa|Kingston|Voldenmark") == [NOWHERE] * 4
    assert where(text, "Orlebrunsk|Velanoa|Kingston|Voldenmark", "IE") == [NOWHERE] * 4


def test_a_town_said_to_lie_in_an_unknown_country_is_not_its_namesake() -> None:
    assert where("The mill burnt in Cambridge, Velanoa.", "Cambridge|Velanoa")[0] == NOWHERE


def test_a_list_of_areas_is_no_chain() -> None:
    text = "Cases rose in Oregon, Washington and Idaho, and in Illinois, Missouri and Indiana."
    found = areas(text, "Oregon|Washington|Idaho|Illinois|Missouri|Indiana")
    assert {kind for kind, _, _ in found} == {"admin1"}


def test_a_country_is_never_a_hamlet_of_its_name() -> None:
    assert areas("Ships left China, Japan and Peru, Mexico.", "China|Japan|Peru|Mexico") == [
        ("country", code, None) for code in ("CN", "JP", "PE", "MX")
    ]


def test_spelling_and_order_of_spans_do_not_matter() -> None:
    text = "Moscow and KYIV talk."
    one, other = spans_of(text, "Moscow|KYIV")
    world = load_world()
    assert locate(text, [other, one], world) == locate(text, [one, other], world)[::-1]
    assert locate(text, [], world) == []


def test_days_are_no_places() -> None:
    assert where("Bangkok, Mon 23 Sep", "Mon") == [NOWHERE]


@pytest.mark.parametrize(
    ("text", "name", "speaks"),
    [
        ("Moscow denied the claim.", "Moscow", True),
        ("Moscow has repeatedly said so.", "Moscow", True),
        ("Kyiv’s forces moved.", "Kyiv", True),
        ("The Minsk regime fell.", "Minsk", True),
        ("Crowds filled Moscow on Friday.", "Moscow", False),
        ("An official in Minsk said so.", "Minsk", False),
        ("Kharkiv’s authorities shut schools in Ukrainian villages.", "Kharkiv", False),
        ("The Syrian left.", "Syrian", True),
    ],
)
def test_a_capital_that_acts_is_a_voice(text: str, name: str, speaks: bool) -> None:
    (span,) = spans_of(text, name)
    world = load_world()
    assert is_voice(text, span, locate(text, [span], world)[0], world) is speaks


@pytest.mark.parametrize(
    ("outlet", "address", "country"),
    [
        (None, "https://news.example.co.uk/a.html", "GB"),
        ("The Jamaica Standard", "inbox/a.txt", "JM"),
        ("Deutsche und German Voice", "https://voice.example.io/a", "DE"),
        ("Franco-British Review of Ukraine", "a.uk", None),
        ("Daily Bugle", "C:\\news\\a.html", None),
    ],
)
def test_an_outlets_country_stands_in_its_address_or_name(
    outlet: str | None, address: str, country: str | None
) -> None:
    assert home_of(outlet, address, load_world()) == country


def test_an_outlets_country_speaks_for_its_small_towns() -> None:
    assert where("The bridge in Innisfail is shut.", "Innisfail")[0] == NOWHERE
    assert where("The bridge in Innisfail is shut.", "Innisfail", "AU")[0].country == "AU"


def test_places_of_one_report_lie_close_together() -> None:
    text = "A lorry from Enfield hit a bridge in Edmonton. It came through Tottenham."
    assert {found.country for found in where(text, "Enfield|Edmonton|Tottenham")} == {"GB"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Snow fell on eastern China.", "eastern China", "country"),
        ("It is a UK-based firm.", "UK-based", "country"),
        ("Australian riders met at the Randwick racecourse.", "Randwick racecourse", "district"),
        ("A county of Taiwan is dry.", "Taiwan", "country"),
        ("Thirty US states agree.", "US", "country"),
        ("It rains in New South Wales (NSW).", "New South Wales", "admin1"),
    ],
)
def test_what_a_report_adds_to_a_name_is_not_its_name(text: str, name: str, kind: str) -> None:
    assert where(text, re.escape(name))[0].precision == kind


def test_among_countries_a_name_is_a_country() -> None:
    found = areas("Nigerian rice goes to Benin, Ghana, Niger and Togo.", "Benin|Ghana|Niger |Togo")
    assert {kind for kind, _, _ in found} == {"country"}


def test_money_is_no_place() -> None:
    assert is_voice("It cost US$40.", (8, 10), Located(), load_world())


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("NEW YORK, Nov. 19 (UPI) — Shares fell.", "NEW YORK", "town"),
        ("Rain fell on New York.", "New York", "admin1"),
        ("The mayor of Lviv wept; Ukrainian guns fired.", "Lviv", "town"),
        ("The governor of Lviv wept; Ukrainian guns fired.", "Lviv", "admin1"),
        ("Belgorod’s acting governor spoke.", "Belgorod", "admin1"),
        ("Women left a New Jersey airport.", "New Jersey", "admin1"),
        ("Palestinian doctors left Gaza.", "Gaza", "region"),
    ],
)
def test_a_town_and_its_area_are_told_apart_by_what_only_one_has(text: str, name: str, kind: str) -> None:
    assert where(text, name)[0].precision == kind


def test_a_town_that_is_said_to_lie_in_an_area_is_no_other() -> None:
    text = "They met at Sharon, Connecticut. Voters in Massachusetts know the Sharon hotel."
    found = where(text, "Sharon|Connecticut|Massachusetts")
    assert found[0] == found[3] == NOWHERE


def test_towns_close_by_outweigh_a_far_capital() -> None:
    text = "Towns like Tenancingo, Berlin and Usulutan, near San Salvador in El Salvador, lie in ruins."
    assert {each.country for each in where(text, "Tenancingo|Berlin|Usulutan|San Salvador|El Salvador")} == {"SV"}


def test_one_large_town_speaks_for_no_small_one_in_its_country() -> None:
    text = "Moscow would answer. London and Paris agreed, Washington did not."
    assert where(text, "Washington")[0].admin1 == "District of Columbia"
