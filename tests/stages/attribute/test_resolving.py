"""Whom a source means: names, pronouns and roles inside one document, and nobody where it is not certain."""

import pytest

from woozle.stages.annotate.reading import annotate
from woozle.stages.attribute.reading import Annotations, read_attributions
from woozle.toolbox.nlp.load import load


def meant(text: str) -> list[tuple[str, str | None]]:
    found = annotate(text, "d", load("en-rules"), outlet=None)
    names = {entity.id: entity.name for entity in found.local_entities}
    rows = read_attributions(
        text, "d", Annotations(found.sentences, found.mentions, found.local_entities, found.sayings), outlet=None
    )
    rows = tuple(sorted(rows, key=lambda row: row.content[0].start))
    return [(row.source.text, names.get(row.source_entity_id or "")) for row in rows if row.source]


def test_a_pronoun_after_speech_means_the_speaker() -> None:
    assert meant("Mayor Ada Finn spoke at noon. “The weir holds,” said Nils Orr. “It must,” he added.")[-1] == (
        "he",
        "Nils Orr",
    )


def test_a_pronoun_means_the_subject_before_not_its_object() -> None:
    text = "Nils Orr left home to join the fight against Ada Finn. He said: “I knew it would end like this.”"
    assert meant(text)[-1] == ("He", "Nils Orr")


def test_lines_that_are_wrapped_are_no_bylines() -> None:
    text = "The deputy reeve, Nils Orr, denied any\nknowledge of the theft on\nMonday. “It is not so,” he said."
    assert meant(text)[-1] == ("he", "Nils Orr")


def test_somebody_in_the_noun_phrase_is_not_its_head() -> None:
    assert meant("Villagers fighting Nils Orr said the weir broke.") == [("Villagers fighting Nils Orr", None)]


def test_an_apposition_names_the_head() -> None:
    assert meant("The reeve of the valley, Nils Orr, said the weir broke.")[0][1] == "Nils Orr"


def test_a_source_in_a_body_is_not_the_body() -> None:
    assert meant("A source in the Water Ministry said the weir broke.") == [("A source in the Water Ministry", None)]


def test_a_body_that_has_no_name_is_meant() -> None:
    assert meant("The coastguard said nine boats had sunk.") == [("The coastguard", "coastguard")]


def test_the_short_form_of_a_body_is_the_body() -> None:
    assert meant("The Harbour Workers' Union met. The union said the weir broke.")[-1][1] == "Harbour Workers' Union"


def test_a_press_room_speaks_as_its_body() -> None:
    assert meant("The ministry's press room said the weir broke.")[-1][1] == "ministry"


def test_the_owner_of_a_lawyer_does_not_speak() -> None:
    assert meant("The ministry's lawyer said the weir broke.")[-1][1] is None
    assert meant("Nils Orr's sister said the weir broke.")[-1][1] is None


def test_a_spokesman_speaks_for_the_only_body_that_his_words_name() -> None:
    assert meant("The company met. A company spokesman said the weir broke.")[-1][1] == "company"
    assert meant("A company spokesman said the weir broke.")[-1][1] is None
    assert meant("The Oda Union met the Ilka Union. A union spokesman said the weir broke.")[-1][1] is None


def test_a_role_means_whom_the_text_gives_it() -> None:
    text = (
        "The deckhand pulled. Josun Orr, deckhand, 23, met Ada Finn, the chemist. “It leaked,” the deckhand said. "
        "The chemist said it held."
    )
    assert meant(text) == [("the deckhand", "Josun Orr"), ("The chemist", "Ada Finn")]


def test_a_role_before_a_comma_and_a_name_is_theirs() -> None:
    text = "The prosecutor of the valley, Nils Orr, met Ada Finn. The prosecutor said the weir broke."
    assert meant(text)[-1] == ("The prosecutor", "Nils Orr")


def test_a_role_of_another_place_is_not_theirs() -> None:
    text = "Mayor Ada Finn came late. The mayor of Kessel Bay said the weir broke."
    assert meant(text)[-1] == ("The mayor of Kessel Bay", None)


def test_a_title_tells_whom_a_pronoun_cannot_mean() -> None:
    text = "Ms Ada Finn met Mr Nils Orr at noon. “It holds,” he said."
    assert meant(text)[-1] == ("he", "Nils Orr")


def test_an_age_means_the_person_spoken_of() -> None:
    text = "Ada Finn came home in May. The 54-year-old said the weir broke."
    assert meant(text)[-1] == ("The 54-year-old", "Ada Finn")


def test_the_land_of_a_minister_is_not_he() -> None:
    text = "Velanoa's defence minister held up a page on Friday. He said it proved the raid."
    assert meant(text)[-1][1] is None


def test_a_name_behind_a_role_and_a_comma_is_part_of_the_source() -> None:
    text = "“Was it,” asked the prosecutor, Yuki Orr, “the same weir?”"
    assert meant(text) == [("the prosecutor, Yuki Orr", "Yuki Orr")]


def test_what_a_relative_pronoun_stands_for_does_not_speak() -> None:
    text = (
        "The footbridge, which the engineer Ada Finn once called “a wonder of a thing over a very cold river”, opened."
    )
    assert meant(text) == [("the engineer Ada Finn", "Ada Finn")]


def test_whoever_is_told_is_not_the_one_who_warned() -> None:
    text = "Mayor Ada Finn told the inquiry her deputy had warned her that the weir was moving."
    assert ("her deputy", None) in meant(text)


def test_an_account_is_a_name_of_its_own() -> None:
    assert meant("@quayrat wrote: “Two lorries, lights off.”") == [("@quayrat", "@quayrat")]


def test_who_is_told_of_as_he_is_no_she() -> None:
    text = "Dr Ada Finn treated one patient. Sergeant Nils Orr had a cut. “I counted,” Dr Finn said. She paused. "
    text += "Sergeant Nils Orr slept. He had walked into a door, she said."
    assert meant(text)[-1] == ("she", "Ada Finn")


def test_a_company_spokesman_speaks_for_the_one_firm() -> None:
    text = "The Harbour Workers' Union struck. Issel Terminals closed. A company spokesman said the gate would open."
    assert meant(text)[-1] == ("A company spokesman", "Issel Terminals")


def test_a_headline_that_the_body_says_again_has_its_speaker() -> None:
    text = (
        "“I pulled at the locker and it held”\n\nThe sea was calm. “I pulled at the locker and it held,” said Ada Finn."
    )
    assert meant(text)[0] == ("Ada Finn", "Ada Finn")


@pytest.mark.parametrize(
    "text",
    [
        "The chief, Edda Lum, spoke first.\n\nA porter doubts it. He sat on the kerb. “It was locked,” he said.",
        "The chief, Edda Lum, spoke first.\n\nAt the gate there was one man. He carries trays. It was locked, he says.",
        "Edda Lum left first, according to a nurse of the ward. She is afraid. It rained. It was locked, she says.",
    ],
)
def test_whoever_was_brought_in_without_a_name_stays_without_one(text: str) -> None:
    assert meant(text)[-1][1] is None


def test_somebody_named_in_between_is_who_is_meant() -> None:
    text = "A porter doubts it. Edda Lum, the chief, came later. She said it was locked."
    assert meant(text)[-1][1] == "Edda Lum"


def test_a_name_that_stands_alone_in_marks_is_how_somebody_is_called() -> None:
    text = "A nurse said it rained. A driver who calls himself “Nils Orr” came late. The gate was locked, he said."
    assert meant(text)[-1][1] == "Nils Orr"


def test_a_role_before_a_rank_and_a_name_is_theirs_and_not_the_bodys() -> None:
    text = "The spokesman of the Orle Ministry, Colonel Nils Orr, spoke at noon. The spokesman said the weir holds."
    assert meant(text)[-1] == ("The spokesman", "Nils Orr")
    assert meant("The head of the Orle Ministry spoke. The head said the weir holds.")[-1] == ("The head", None)


def test_he_who_adds_to_what_a_spokesman_said_speaks_for_the_same_body() -> None:
    text = (
        "The Orle Ministry met. The weir holds, a spokesman for the Orle Ministry said. It will open in May, he added."
    )
    assert meant(text)[-1] == ("he", "Orle Ministry")


def test_whom_a_preposition_holds_is_not_she() -> None:
    text = "The letter was drafted by state secretary Ada Finn, spokeswoman Ilse Orr said. She said the weir holds."
    assert meant(text)[-1] == ("She", "Ilse Orr")


def test_who_says_so_is_no_role_of_the_place_before() -> None:
    text = "It lay at the Orle Guild, the harbour spokesman said, alone.\n\nThe spokesman said the weir holds."
    assert meant(text)[-1] == ("The spokesman", None)


def test_the_subject_of_what_somebody_says_of_themselves() -> None:
    text = "Ada Finn sits in the corridor.\n\nThe driver, Runa Orr, cannot look to that side, she says."
    assert meant(text)[-1] == ("she", "Runa Orr")
