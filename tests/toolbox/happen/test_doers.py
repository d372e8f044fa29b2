"""Whom a report means by a plain word for its sort."""

import pytest

from woozle.toolbox.happen.doers import Name, known_doers


def names(text: str, **entities: str) -> list[Name]:
    """Every place of some names, by entity."""
    found = []
    for key, name in entities.items():
        at = text.find(name)
        while at >= 0:
            found.append(Name(at, at + len(name), key))
            at = text.find(name, at + 1)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Dawn Front rebels took the post. The rebels then left.",
        "The rebel group Dawn Front took the post. The rebels then left.",
        "The Dawn Front, a small rebel group, took the post. The rebels then left.",
        "Members of the army and guerrillas of the Dawn Front fought. The rebels then left.",
    ],
)
def test_the_rebels_are_the_one_movement_that_the_report_names(text: str) -> None:
    doers = known_doers(text, names(text, front="Dawn Front"))
    assert doers.meant("The rebels", text.index("The rebels")) == "front"


def test_who_is_not_known_or_not_of_a_movement_stays_unnamed() -> None:
    text = "Dawn Front rebels took the post."
    doers = known_doers(text, names(text, front="Dawn Front"))
    for words in ("unidentified rebels", "other rebels", "armed men", "two men", "soldiers"):
        assert doers.meant(words, len(text)) is None
    assert known_doers("Rebels took the post.", []).meant("Rebels", 0) is None


def test_a_name_of_which_nothing_says_that_it_fights_is_no_movement() -> None:
    text = "The Dawn Bank shut. Rebels had taken the post."
    assert known_doers(text, names(text, bank="Dawn Bank")).meant("Rebels", 20) is None


def test_of_two_movements_only_words_that_point_back_mean_the_last() -> None:
    text = "Dawn Front rebels left Orlo. Hill Army rebels came. The rebels burned it."
    doers = known_doers(text, names(text, front="Dawn Front", hill="Hill Army"))
    assert doers.meant("The rebels", text.index("The rebels")) == "hill"
    assert doers.meant("rebels", text.index("The rebels")) is None


def test_soldiers_are_of_the_one_army_and_policemen_of_the_police() -> None:
    text = "The Velanoan army and the police came."
    doers = known_doers(text, names(text, army="Velanoan army", police="police"))
    assert doers.meant("two soldiers", 60) == "army"
    assert doers.meant("a policeman", 60) == "police"
    assert doers.meant("former soldiers", 60) is None


def test_a_long_form_and_its_short_form_in_brackets_are_one() -> None:
    text = "Dawn Liberation Front [DLF] rebels came. The DLF left."
    doers = known_doers(text, names(text, long="Dawn Liberation Front", short="DLF"))
    assert doers.meant("rebels", 50) == "long"
