"""Happenings of single sentences, as the shipped engine's trees tell them."""

import pytest

import woozle
from woozle.toolbox.happen.finding import Found, find_in
from woozle.toolbox.happen.tree import make_tree


@pytest.fixture(scope="module")
def reader() -> woozle.Reader:
    return woozle.Reader()


def found(reader: woozle.Reader, text: str) -> list[Found]:
    trees = [make_tree(text, sentence.tokens) for sentence in reader.read(text).sentences]
    return [each for tree in trees if tree for each in find_in(tree)]


def words(text: str, pairs: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in pairs]


@pytest.mark.parametrize(
    ("text", "kind", "stage", "actors", "targets"),
    [
        ("Rebels kidnapped two engineers near Kort.", "abduction", "accomplished", ["Rebels"], ["two engineers"]),
        ("The judge was shot dead by two men.", "killing", "accomplished", ["two men"], ["The judge"]),
        ("A bomb exploded in a market in Kort.", "bombing", "accomplished", [], []),
        ("The group threatened to kill the hostages.", "killing", "threatened", ["The group"], ["the hostages"]),
        ("The army foiled an attempt to blow up the bridge.", "bombing", "attempted", [], ["the bridge"]),
        ("Police defused a bomb near the embassy.", "bombing", "attempted", [], []),
        ("Guerrillas captured the town of Orlo.", "seizure", "accomplished", ["Guerrillas"], ["the town of Orlo"]),
        ("Jets bombed a fuel depot.", "air_strike", "accomplished", [], ["a fuel depot"]),
        ("Arsonists set fire to the town hall.", "arson", "accomplished", ["Arsonists"], []),
        ("The hostages were released by the rebels.", "release", "accomplished", ["the rebels"], ["The hostages"]),
        ("Police arrested ten students.", "arrest", "accomplished", ["Police"], ["ten students"]),
        ("The murder of the judge shocked Kort.", "killing", "accomplished", [], ["the judge"]),
        ("A ferry sank near Kort.", "accident", "accomplished", [], ["A ferry"]),
        ("Ferry goes down off Kort", "accident", "accomplished", [], ["Ferry"]),
        ("Troops crushed the mutiny.", "coup", "attempted", [], []),
        ("Forty guards captured at Orlo", "arrest", "accomplished", [], ["Forty guards"]),
        ("Rebels set off a car bomb outside a bank.", "bombing", "accomplished", ["Rebels"], []),
    ],
)
def test_a_sentence_tells_who_did_what_to_whom(
    reader: woozle.Reader, text: str, kind: str, stage: str, actors: list[str], targets: list[str]
) -> None:
    (one,) = found(reader, text)
    assert (one.kind, one.stage) == (kind, stage)
    assert words(text, one.actors) == actors
    if kind != "arson":
        assert words(text, one.targets) == targets


@pytest.mark.parametrize(
    "text",
    [
        "If the army attacks the town, thousands will leave.",
        "The minister attacked the plan.",
        "He suffered a heart attack.",
        "The firm released a statement.",
        "Prices may explode.",
        "The union wants to strike a deal.",
        "Students announced a march.",
        "The students cancelled a march.",
        "The army and the public rallied to defeat the revolt.",
        "The minister received a note of protest.",
        "The attack on the peace process worried them.",
        "The blaze set off a fire in the next house.",
        "Police raided a house in Orlo.",
        "Hunger may bring a social explosion.",
    ],
)
def test_what_is_supposed_or_a_figure_of_speech_is_none(reader: woozle.Reader, text: str) -> None:
    assert found(reader, text) == []


@pytest.mark.parametrize(
    ("text", "confidence", "actor"),
    [
        ("The Dawn Front claimed responsibility for the attack.", "claimed", "The Dawn Front"),
        ("The Dawn Front claimed responsibility for the incident.", "claimed", "The Dawn Front"),
        ("Police blamed the Dawn Front for the murder of the judge.", "by_authorities", "the Dawn Front"),
        ("The murder was attributed to the Dawn Front.", "suspected", "the Dawn Front"),
        ("The rebels admitted they had killed the mayor.", "claimed", "The rebels"),
        ("The Dawn Front denied any responsibility for the bombing.", "denied", "The Dawn Front"),
        ("Suspected rebels kidnapped two engineers.", "suspected", "Suspected rebels"),
        ("Rebels kidnapped two engineers.", "fact", "Rebels"),
        ("Police blamed the attack on the Dawn Front.", "by_authorities", "the Dawn Front"),
        ("The murder, which the mayor has blamed on the army, shocked the town.", "by_authorities", "the army"),
        ("The attack was the work of the Dawn Front.", "fact", "the Dawn Front"),
        ("Police believe the Dawn Front was behind the attack.", "by_authorities", "Dawn Front"),
        ("It is presumed that the action involved commandos of the Dawn Front.", "suspected", None),
        ("Eight soldiers are implicated in the murder of the judge.", "suspected", "Eight soldiers"),
        ("Police arrested two men for the murder of the judge.", "by_authorities", "two men"),
        ("Two men were held in connection with the murder of the judge.", "by_authorities", "Two men"),
        (
            "The Dawn Front distributed leaflets claiming responsibility for the murder of the judge.",
            "claimed",
            "The Dawn Front",
        ),
        ("An army helicopter strafed the camp.", "fact", "An army helicopter"),
        ("Soldiers foiled an attempt by the rebels to kidnap the mayor.", "fact", "the rebels"),
        ("The guerrillas came to Orlo, where they killed two farmers.", "fact", "The guerrillas"),
        ("Four men took part in the attack.", "fact", "Four men"),
        ("The army accepted responsibility for the death of two reporters.", "claimed", "The army"),
        ("Police suspect that rebels killed the judge.", "by_authorities", None),
    ],
)
def test_a_deed_is_put_down_to_somebody_more_or_less_surely(
    reader: woozle.Reader, text: str, confidence: str, actor: str | None
) -> None:
    one = found(reader, text)[-1]
    assert one.confidence == confidence
    assert words(text, one.actors) == [actor] or (actor is None and one.actors)


def test_a_name_beside_the_words_for_those_who_did_it_is_theirs(reader: woozle.Reader) -> None:
    text = "A commando unit, the Dawn Force, claimed responsibility for the attack."
    (one,) = found(reader, text)
    assert words(text, one.actors) == ["A commando unit", "the Dawn Force"]


def test_who_takes_responsibility_for_something_else_did_no_deed(reader: woozle.Reader) -> None:
    assert found(reader, "The minister takes responsibility for the failure of the talks.") == []


def test_the_weapon_of_a_deed_tells_its_kind(reader: woozle.Reader) -> None:
    for text in ("The attack was carried out with grenades.", "The offices were damaged by a bomb."):
        (one,) = found(reader, text)
        assert one.kind == "bombing"


def test_who_acts_is_found_beyond_brackets_and_behind_the_place(reader: woozle.Reader) -> None:
    text = "Dawn Front [DF] guerrillas attacked a post in Orlo."
    (one,) = found(reader, text)
    assert words(text, one.actors) == ["Dawn Front [DF] guerrillas"]
    text = "Two died in an attack on a post in Orlo by rebels."
    (one,) = found(reader, text)
    assert words(text, one.actors) == ["rebels"]


def test_no_group_is_nobody(reader: woozle.Reader) -> None:
    (one,) = found(reader, "No group had claimed the attack by Tuesday afternoon.")
    assert one.actors == ()


def test_where_no_officers_were_involved_nobody_is(reader: woozle.Reader) -> None:
    (one,) = found(reader, "No officers were involved in the murder of the judge.")
    assert (one.actors, one.confidence) == ((), None)


def test_two_verbs_share_one_object(reader: woozle.Reader) -> None:
    text = "The rebels kidnapped and later killed the mayor."
    assert all(words(text, one.actors) == ["The rebels"] for one in found(reader, text))


def test_the_words_for_somebody_do_not_break_off_before_the_name(reader: woozle.Reader) -> None:
    text = "A group of militants of the so-called Free Company attacked the house of Mario Pardo."
    (one,) = found(reader, text)
    assert words(text, one.actors) == ["A group of militants of the so-called Free Company"]
    assert words(text, one.targets) == ["the house of Mario Pardo"]


def test_nobody_who_claims_it_is_nobody(reader: woozle.Reader) -> None:
    (one,) = found(reader, "No one has claimed responsibility for the attack.")
    assert (one.actors, one.confidence) == ((), None)


def test_what_befell_people_is_told_by_what_befell_them(reader: woozle.Reader) -> None:
    text = "Gunmen opened fire on a bus, killing three passengers and wounding ten."
    (one,) = found(reader, text)
    assert one.kind == "attack"
    assert "three passengers" in words(text, one.targets)
    text = "Three people were killed when a bomb exploded in a market."
    (one,) = found(reader, text)
    assert one.kind == "bombing"
    assert words(text, one.targets) == ["Three people"]


def test_a_plural_without_a_number_is_no_one_happening(reader: woozle.Reader) -> None:
    for text in ("Such attacks are frequent.", "Police spoke of sabotage.", "Rebels claimed numerous attacks."):
        (one,) = found(reader, text)
        assert one.is_vague
