"""Whom a source means: names, pronouns and roles inside one document, and nobody where it is not certain."""

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
