"""Bodies that a text only calls by what they are: where they are seen, what is none, and whom they mean."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woozle.model.values import Token
from woozle.stages.annotate.bodies import find_bodies, without_parts
from woozle.stages.annotate.reading import annotate
from woozle.toolbox.nlp import Analysis, Name, ParsedSentence, load


def seen(text: str) -> list[str]:
    """The bodies that a text calls by what they are, as written."""
    found = find_bodies(text, load("en-rules").analyse(text))
    return [text[body.start : body.end] for body in found if body.is_mention and body.is_sure]


def meant(text: str) -> list[tuple[str, str]]:
    """(words, name of the local entity) of the mentions of bodies, in text order."""
    rows = annotate(text, "doc", load("en-rules"), outlet=None)
    names = {row.id: row.name for row in rows.local_entities}
    return [(row.span.text, names[row.entity_id or ""]) for row in rows.mentions if row.kind == "organisation"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The coastguard said nine boats had sunk.", ["coastguard"]),
        ("It was late, the national police announced.", ["national police"]),
        ("Police arrested two men.", ["Police"]),
        ("He told police that the weir broke.", ["police"]),
        ("The Marrovian navy sent a cutter.", ["Marrovian navy"]),
        ("Oda lives in Tolven. Tolven police found the boat.", ["Tolven police"]),
        ("The embattled company would not say.", ["company"]),
        ("The country's accident board looks into it.", ["accident board"]),
        ("The ministry's press room had no comment.", ["ministry"]),
        ("The ministry of public works has shut the road.", ["ministry of public works"]),
        ("The court of appeal sits on Monday.", ["court of appeal"]),
        ("The air force and the coast guard searched the bay.", ["air force", "coast guard"]),
        ("The mayor's office asked for calm.", ["mayor's office"]),
        ("The council reports two broken legs.", ["council"]),
        ("The board said it would meet.", ["board"]),
        ("Nine are missing (coastguard, this morning).", ["coastguard"]),
        ("This court has no doubt.", ["court"]),
    ],
)
def test_definite_and_bare_bodies_are_seen(text: str, words: list[str]) -> None:
    assert seen(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "A police officer said so.",
        "The union leader said so.",
        "A source close to a ministry said so.",
        "Residents and workers left.",
        "A government must act.",
        "Governments must act.",
        "Any court would agree, and no company would pay.",
        "A government spokesman said so.",
        "The company shares fell.",
        "Police reports say so.",
        "Hundreds of police stood there.",
        "Riot police stood there.",
        "He enjoyed the company of friends.",
        "She had the authority to close the road.",
        "The other union said no.",
        "They police the harbour.",
        "His company paid.",
        "The board broke in two.",
    ],
)
def test_persons_crowds_and_loose_uses_are_none(text: str) -> None:
    assert seen(text) == []


def test_tags_of_an_engine_tell_a_verb_from_a_second_noun() -> None:
    text = "The police gromple here."
    spots = [(0, 3), (4, 10), (11, 18), (19, 23), (23, 24)]

    def found(tag: str) -> list[str]:
        tags = ("DET", "NOUN", tag, "ADV", "PUNCT")
        tokens = tuple(Token(*spot, pos=pos) for spot, pos in zip(spots, tags, strict=True))
        bodies = find_bodies(text, Analysis((ParsedSentence(0, len(text), 0, tokens),), ()))
        return [text[body.start : body.end] for body in bodies]

    assert found("VERB") == ["police"]
    assert found("NOUN") == []


def test_a_place_before_the_noun_is_part_of_the_name() -> None:
    text = "Tolven police came."
    analysis = load("en-rules").analyse(text)
    named = Analysis(analysis.sentences, (Name(0, 6, "place"),))
    assert without_parts(named, find_bodies(text, named)).names == ()


def test_a_capital_that_opens_a_sentence_is_no_part_of_the_name() -> None:
    assert meant("Police came. The men told police.") == [("Police", "police"), ("police", "police")]


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("The Harbour Workers' Union met. The union said no.", "union", "Harbour Workers' Union"),
        ("It met. The union said no, and the Harbour Workers' Union left.", "union", "Harbour Workers' Union"),
        ("The Maritime Accident Board met. The accident board found a crack.", "accident board", None),
        ("The Maritime Accident Board met. The board found a crack.", "board", "Maritime Accident Board"),
        ("The Marrovian Navy met. The Marrovian navy left.", "Marrovian navy", "Marrovian Navy"),
        ("The Marrovian Navy met. The navy left.", "navy", "Marrovian Navy"),
        ("Norra Lines, the operator of the ferry, met. The operator said no.", "operator", "Norra Lines"),
        ("Norra Lines, a ferry company, met. The company said no.", "company", "Norra Lines"),
        ("Norra Lines met. The company said no.", "company", "Norra Lines"),
        ("The MAB met. The board said no.", "board", "MAB"),
    ],
)
def test_a_short_form_means_the_only_body_it_fits(text: str, short: str, name: str | None) -> None:
    assert (short, name or "Maritime Accident Board") in meant(text)


def test_of_several_the_last_one_before_is_meant() -> None:
    text = (
        "The Transport Ministry shut the road. The Water Ministry wept. The ministry said no. "
        "Then the Transport Ministry spoke. The ministry said yes."
    )
    assert [name for words, name in meant(text) if words == "ministry"] == ["Water Ministry", "Transport Ministry"]


def test_of_two_in_one_sentence_none_is_meant() -> None:
    text = "The Transport Ministry met the Water Ministry. The ministry said no."
    assert [name for words, name in meant(text) if words == "ministry"] == []


def test_a_body_without_a_name_is_one_for_all_its_mentions() -> None:
    text = "The police came. The national police said so. Later police left, and the police wept."
    assert {name for _, name in meant(text)} == {"national police"}
    assert len(meant(text)) == 4


def test_contradictory_words_part_two_bodies() -> None:
    text = "The Marrovian coastguard found two boats. The Tolvenian coastguard found none."
    assert [name for _, name in meant(text)] == ["Marrovian coastguard", "Tolvenian coastguard"]


def test_at_home_the_bare_noun_is_the_home_body() -> None:
    text = (
        "It is over.\n\nThe government fell. Nobody wept. The Marrovian government wrote a note. It was short. "
        "Nobody read it. The government was gone."
    )
    assert [name for _, name in meant(text)] == ["government", "Marrovian government", "government"]


def test_a_headline_may_use_the_noun_before_the_name() -> None:
    text = "MORNING WIRE\n\nNavy denies loss of boat\n\nThe Marrovian navy denied it. The navy wept."
    assert {name for _, name in meant(text) if name.endswith("navy")} == {"Marrovian navy"}


def test_what_stands_beside_a_name_in_a_list_is_not_the_name() -> None:
    text = "The Harbour Workers' Union, the company and the ministry met. The company said no."
    assert ("company", "company") in meant(text)


def test_the_owner_is_part_of_the_name() -> None:
    assert meant("Oda left Tolven. Tolven's navy sank. The Marrovian navy did not.") == [
        ("navy", "Tolven's navy"),
        ("Marrovian navy", "Marrovian navy"),
    ]


WORDS = (
    "the The a police Police navy Marrovian Tolven union Harbour Union board Board ministry of Ministry defence , . 's "
    "said and company Norra Lines operator coast guard in government \n\n national officer met (NTD)"
)
TEXTS = st.lists(st.sampled_from(WORDS.split(" "))).map(" ".join)


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_mentions_never_overlap_and_each_entity_has_one(text: str) -> None:
    rows = annotate(text, "doc", load("en-rules"), outlet=None)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(rows.mentions))
    assert {row.entity_id for row in rows.mentions} == {row.id for row in rows.local_entities}
    assert len({row.id for row in rows.local_entities}) == len(rows.local_entities)
