"""Through whom and what words came: outlets, posts, papers, whoever is cited and quoted, and levels of a chain."""

import pytest

from woozle.model.records import Attribution
from woozle.stages.annotate.reading import annotate
from woozle.stages.attribute.reading import Annotations, read_attributions
from woozle.toolbox.nlp.load import load

OWN = "The Valley Sun"


def read(text: str, outlet: str | None = OWN) -> tuple[Attribution, ...]:
    found = annotate(text, "d", load("en-rules"), outlet=outlet)
    return read_attributions(
        text, "d", Annotations(found.sentences, found.mentions, found.local_entities, found.sayings), outlet=outlet
    )


def by_source(text: str) -> dict[str, Attribution]:
    return {row.source.text: row for row in read(text) if row.source}


def via(row: Attribution) -> list[tuple[str, str]]:
    return [(carrier.span.text, carrier.kind) for carrier in row.via]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Ada Finn told Radio Marsh that the dam had cracked.", "Radio Marsh"),
        ("Ada Finn told a local newspaper that the dam had cracked.", "a local newspaper"),
        ("Ada Finn told our sister paper, the Hill Courier, that the dam had cracked.", None),
        ("In comments to the weekly Zenit, Ada Finn said the dam had cracked.", "Zenit"),
        ("In an interview with the weekly Zenit, her first, Ada Finn said the dam had cracked.", "Zenit"),
        ("Speaking to the weekly Zenit, Ada Finn put the odds of a leak at one in five.", "Zenit"),
        ("To the Evening Lamp she said on Tuesday that the dam had cracked.", "Evening Lamp"),
        ("Ada Finn, who spoke to Radio Marsh, said the dam had cracked.", "Radio Marsh"),
        ("Ada Finn, speaking on Radio Marsh, said the dam had cracked.", "Radio Marsh"),
        ("Ada Finn said in remarks carried by Radio Marsh that the dam had cracked.", "Radio Marsh"),
        ("“The dam has cracked,” Ada Finn said in remarks aired on state television.", "state television"),
        ("Ada Finn admitted to Radio Marsh that the dam had cracked.", "Radio Marsh"),
        ("Radio Marsh was told by two nurses that the dam had cracked.", "Radio Marsh"),
        ("In an article for the Evening Lamp, Ada Finn argued that the dam had cracked.", "Evening Lamp"),
        ("Ada Finn told the Lamp that the dam had cracked.", "Lamp"),
        ("Ada Finn told the council that the dam had cracked.", None),
        ("Ada Finn told the Valley Sun that the dam had cracked.", None),
        ("Ada Finn told this newspaper that the dam had cracked.", None),
        ("Ada Finn told reporters that the dam had cracked.", None),
        ("Ada Finn, who did not want her name in the paper, said the dam had cracked.", None),
    ],
)
def test_another_outlet_that_was_told_in_whatever_form(text: str, outlet: str | None) -> None:
    (row,) = read(text)
    found = [(name.removeprefix("the ").removeprefix("weekly "), kind) for name, kind in via(row)]
    assert found == ([(outlet, "outlet")] if outlet else [])


@pytest.mark.parametrize(
    ("text", "carrier", "kind"),
    [
        ("On his Telegram channel, the reeve said the dam had cracked.", "his Telegram channel", "post"),
        ("Posting on X, Ada Finn said the dam had cracked.", "X", "post"),
        ("In a video uploaded to her channel, Ada Finn said it was over.", "a video uploaded to her channel", "post"),
        ("The ministry said in a statement on its website that it was over.", "a statement on its website", "post"),
        ("In her memoir, which comes out in May, Ada Finn recalls that it rained.", "her memoir", "document"),
        ("Ada Finn said in a letter to the guild that it was over.", "a letter to the guild", "document"),
        ("In emails seen by this newspaper, Ada Finn said it was over.", "emails seen by this newspaper", "document"),
        ("Ada Finn said in emails that it was over.", None, None),
        ("In a joint statement on Sunday, Ada Finn said it was over.", None, None),
        ("In a message that nobody could check, Ada Finn said it was over.", None, None),
    ],
)
def test_posts_and_papers_in_front_and_behind(text: str, carrier: str | None, kind: str | None) -> None:
    (row,) = read(text)
    assert via(row) == ([(carrier, kind)] if carrier else [])


@pytest.mark.parametrize(
    ("text", "carriers"),
    [
        ("A report leaked to the Hill Courier says the dam had cracked.", [("Hill Courier", "outlet")]),
        ("A report by the engineer, leaked to Radio Marsh, says it had cracked.", [("Radio Marsh", "outlet")]),
        ("A video shared by the guild shows that two men stole a boat.", [("the guild", "organisation")]),
        ("The government's Communiqué No. 1, published in the Hill Gazette, says it was over.", []),
        ("A letter seen by The Valley Sun says the dam had cracked.", []),
        (
            "The channel Iron Marsh carried a clip in which a hooded man declares that the dam has fallen.",
            [("Iron Marsh", "outlet"), ("a clip", "post")],
        ),
    ],
)
def test_who_passed_a_paper_or_a_film_on(text: str, carriers: list[tuple[str, str]]) -> None:
    (row,) = read(text)
    found = [(name.removeprefix("the ") if kind == "outlet" else name, kind) for name, kind in via(row)]
    assert found == carriers


@pytest.mark.parametrize(
    ("text", "source", "carriers"),
    [
        ("Citing two officials, Radio Marsh said it had cracked.", "two officials", []),
        ("Radio Marsh, quoting the weekly Zenit, said it had cracked.", "the weekly Zenit", []),
        ("Radio Marsh said that it had cracked, citing two guards and a map.", "two guards and a map", []),
        ("Drawing on court papers, Radio Marsh reported that it had cracked.", "court papers", []),
        (
            "Radio Marsh, relying on a letter from the guild, said it had cracked.",
            "the guild",
            [("a letter", "document")],
        ),
        (
            "Radio Marsh said that it had cracked, referring to a memo by the auditor, Ada Finn.",
            "the auditor, Ada Finn",
            [("a memo", "document")],
        ),
        ("Radio Marsh, quoting Ada Finn's post, said it had cracked.", "Ada Finn", [("post", "post")]),
        ("According to Radio Marsh, citing a guild officer, it had cracked.", "a guild officer", []),
    ],
)
def test_whoever_is_cited_in_whatever_form(text: str, source: str, carriers: list[tuple[str, str]]) -> None:
    rows = by_source(text)
    inner, outer = rows[source], rows["Radio Marsh"]
    assert inner.parent_id == outer.id
    assert via(inner) == [("Radio Marsh", "outlet"), *carriers]
    assert outer.via == ()
    assert inner.content == outer.content


def test_a_reason_is_no_voice() -> None:
    assert set(by_source("Orr resigned, the guild said, citing bad weather.")) == {"the guild"}


@pytest.mark.parametrize(
    ("text", "whole", "inner"),
    [
        (
            "Radio Marsh quoted the reeve, Ada Finn, as telling a rally that it had cracked.",
            "the reeve, Ada Finn, as telling a rally that it had cracked",
            "that it had cracked",
        ),
        ("Radio Marsh quoted Ada Finn: “It has cracked.”", "Ada Finn: “It has cracked.”", "“It has cracked.”"),
        (
            "“It has cracked,” Radio Marsh quoted Ada Finn as saying.",
            "“It has cracked,” … Ada Finn as saying",
            "“It has cracked,”",
        ),
    ],
)
def test_the_quoted_one_is_part_of_what_the_quoter_says(text: str, whole: str, inner: str) -> None:
    first, second = sorted(read(text), key=lambda row: row.parent_id is not None)
    assert " … ".join(span.text for span in first.content) == whole
    assert " … ".join(span.text for span in second.content) == inner
    assert second.parent_id == first.id
    assert via(second) == [("Radio Marsh", "outlet")]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Finn was quoted by Radio Marsh as saying that it had cracked.",
        "Ada Finn was quoted on Radio Marsh as saying that it had cracked.",
        "“It has cracked,” Ada Finn was quoted as saying by Radio Marsh.",
    ],
)
def test_somebody_who_was_quoted_has_the_quoter_as_carrier(text: str) -> None:
    (row,) = read(text)
    assert (row.source.text if row.source else None, via(row)) == ("Ada Finn", [("Radio Marsh", "outlet")])


def test_verbs_of_one_subject_stand_on_one_level() -> None:
    lawyer, insists, denies = read("The lawyer said Ada Finn insists the dam was safe and denies any fault.")
    assert (insists.parent_id, denies.parent_id) == (lawyer.id, lawyer.id)


def test_a_second_clause_goes_on_with_the_outer_one() -> None:
    rows = by_source("The reeve said that Ada Finn had warned of cracks in May and that the guild denied the claim.")
    outer = rows["The reeve"]
    assert (rows["Ada Finn"].parent_id, rows["the guild"].parent_id) == (outer.id, outer.id)
    assert [span.text for span in rows["Ada Finn"].content] == ["cracks in May"]


def test_an_apposition_ends_no_content() -> None:
    outer, inner = read("Detectives say the suspect, a locksmith, told them that he had acted alone.")
    assert inner.parent_id == outer.id


def test_a_finding_stays_a_voice_inside_its_rejection() -> None:
    outer, inner = read("Relatives have rejected the coroner's finding that the climber jumped.")
    assert (outer.act, inner.parent_id, via(inner)) == ("deny", outer.id, [("Relatives", "person")])


def test_a_guild_between_that_and_its_clause() -> None:
    outer, inner = read("The reeve said that, according to the engineer, the dam had cracked.")
    assert [span.text for span in inner.content] == ["the dam had cracked"]
    assert inner.parent_id == outer.id


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The site diary", "document"),
        ("A post by a friend", "post"),
        ("A spokesman for the ministry", "person"),
        ("The ministry", "organisation"),
        ("The weekly Zenit", "outlet"),
    ],
)
def test_an_outer_source_is_a_carrier_of_its_kind(source: str, kind: str) -> None:
    rows = read(f"{source} said that two guards had claimed that the gate was open.")
    inner = max(rows, key=lambda row: len(row.via))
    assert [carrier.kind for carrier in inner.via] == [kind]


def test_the_outlet_itself_carries_nothing() -> None:
    inner = by_source("We quoted the owner as saying that 180 people were on board.")["the owner"]
    assert inner.via == ()


def test_an_agency_is_known_by_its_dateline() -> None:
    (row,) = read("ARNSWIL (Helix) – The mill is for sale.\n\n“We sold it,” Ada Finn told Helix on Monday.")
    assert via(row) == [("Helix", "outlet")]


def test_whom_an_outlet_reports_by_according_to() -> None:
    rows = by_source("Radio Marsh reported that the dam had cracked, according to two guild officers.")
    assert rows["two guild officers"].parent_id == rows["Radio Marsh"].id
    rows = by_source("The gate was open, a guard told police, according to court papers.")
    assert rows["a guard"].parent_id == rows["court papers"].id


def test_a_testimony_is_where_its_speaker_speaks() -> None:
    assert set(by_source("In his testimony, the engineer said the dam had cracked.")) == {"the engineer"}


def test_who_was_told_is_a_carrier_in_what_another_tells() -> None:
    rows = by_source("Her lawyer said that Mrs Sayle had been told by the engineer that “it is settled”.")
    assert via(rows["the engineer"]) == [("Her lawyer", "person"), ("Mrs Sayle", "person")]
    rows = by_source("The inquiry was told by the engineer that the door was shut.")
    assert rows["the engineer"].via == ()


def test_who_brought_another_to_speak_is_a_carrier() -> None:
    (row,) = read("Hill Radio got the inspector to say that the letter was real.")
    assert (row.source.text if row.source else None, via(row)) == ("the inspector", [("Hill Radio", "outlet")])


def test_what_stands_in_a_source_holds_no_row() -> None:
    rows = by_source("The guard, who claimed to be ill, said the gate was open.")
    assert rows["The guard, who claimed to be ill"].parent_id is None


def test_as_somebody_put_it_to_an_outlet() -> None:
    rows = by_source("She was near the coast (“You could read her name”, as the minister put it to Radio Marsh).")
    assert via(rows["the minister"]) == [("Radio Marsh", "outlet")]


def test_a_question_ends_where_the_answer_begins() -> None:
    rows = by_source("Asked about lawyers who speak of sixty cases, he said lawyers count their bills.")
    assert [span.text for span in rows["who"].content] == ["sixty cases"]


def test_speech_in_speech_behind_another_verb() -> None:
    rows = by_source("“My brother rang and said ‘go to the mill’,” Ada Finn told the inquiry, according to the file.")
    assert via(rows["My brother"]) == [("the file", "document"), ("Ada Finn", "person")]


def test_speech_that_is_acted_out_in_speech() -> None:
    rows = by_source("“The boss goes, ‘You're slow,’ and I'm like, ‘It is late,’” Ada Finn recalled.")
    outer = rows["Ada Finn"]
    assert (rows["The boss"].parent_id, rows["I"].parent_id) == (outer.id, outer.id)


def test_whoever_is_told_ends_where_another_begins() -> None:
    rows = by_source("Mayor Ada Finn told the inquiry her deputy had warned her that the slope was moving.")
    assert rows["her deputy"].parent_id == rows["Mayor Ada Finn"].id


def test_a_second_clause_behind_an_aside_is_said_too() -> None:
    outer, inner = read("The board is split over the bid, officials said, and two directors have threatened to resign.")
    assert len(outer.content) == 2
    assert inner.parent_id == outer.id


def test_whoever_wrote_the_post_that_a_sentence_goes_by() -> None:
    rows = by_source("The road was open, according to a post on X by the ministry.")
    assert via(rows["the ministry"]) == [("a post on X", "post")]


def test_an_outer_speaker_closes_the_sentence() -> None:
    rows = by_source("The minister has told friends he will go, Radio Marsh reports.")
    assert rows["The minister"].parent_id == rows["Radio Marsh"].id
