"""Credits of agencies, papers, posts and archives that a text makes in words alone."""

import pytest

from woozle.toolbox.copying.outside import outside_credits


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ORLE (AFP) - The bridge is closed.", "Agence France-Presse"),
        ("The bridge is closed, Reuters reported.", "Reuters"),
        ("“It is closed,” the mayor told Orle Daily News. He left.", "Orle Daily News"),
        ("The bridge is closed.\n\nReuters contributed to this report.", "Reuters"),
        ("The bridge is closed, according to the Volden Gazette.", "Volden Gazette"),
        ("By Mara Quill\nVolden Post\n\nThe bridge is closed.", "Volden Post"),
        ("The bridge, the Gazette reported on Monday, is closed.", "The Gazette"),
        ("It was shut, as first reported by the news site Fjordline.", "Fjordline"),
        ("This article first appeared in the Volden Weekly.", "Volden Weekly"),
        ("It rests on a single post on Chatter that is gone now.", "post on Chatter"),
        ("A video shared on Telegram shows smoke.", "video on Telegram"),
        ("A user called Oarlock wrote on Chatter that it burned.", "post on Chatter"),
        ("Several posts on social media said so.", "post on social media"),
        ("It is closed, Le Monde reported.", "Le Monde"),
        ("“Bees do not vote,” he told this newspaper in 2019.", "this newspaper"),
        (
            "Ann Lunde of the Harbour Post said she had seen the gate open; the Harbour Post reported it.",
            "Harbour Post",
        ),
    ],
)
def test_credits_outside_are_read(text: str, name: str) -> None:
    assert {credit.outlet for credit in outside_credits(text)} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "He told Anna Post-Marren so.",
        "She told the News Conference.",
        "AP exams are hard.",
        "Smoke over the gate. (Ann Orr/AP)",
        "The gate at dawn (Ivo Tarn/Pool Photo via AP, File)",
        "The Volden Gazette did not reply to questions.",
        "The minister wrote in a post on Chatter that he was well.",
        "The council put a post on Monday at the gate, he said.",
        "Footage from Orle shows a burning gate.",
        "The posts on the river were manned by nine.",
        "He put a message on Chatter.",
        "She was wrapped in a Sunday Times when they found her.",
        "“I keep bees,” he told this newspaper on Monday.",
    ],
)
def test_other_names_are_no_credits(text: str) -> None:
    assert outside_credits(text) == ()
