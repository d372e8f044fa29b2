"""The script of words: for how they are set, and never a guess at their language."""

import pytest

from woozle.report.html import environment
from woozle.report.scripts import script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("The bridge is down.", ""),
        ("Мост разрушен.", ""),
        ("", ""),
        ("40 / 2031", ""),
        ("港務長：午夜後無船入港", "und-Hani"),
        ("橋が落ちたと市長は述べた。", "und-Jpan"),
        ("トルム", "und-Jpan"),
        ("다리가 무너졌다고 시장이 말했다.", "und-Kore"),
        ("الجسر مغلق، قال رئيس البلدية.", "und-Arab"),
        ("پل بسته است", "und-Arab"),
        ("הגשר סגור, אמר ראש העיר.", "und-Hebr"),
        ("The paper 潮聲報 said so", ""),
        ("潮聲報 (Chao Sheng)", ""),
        ("路透社 (AP) 報道港口大火", "und-Hani"),
    ],
)
def test_the_script_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script


def test_a_template_names_it_only_where_it_must_be_told() -> None:
    page = environment("woozle.report").from_string("<p dir='auto'{{ text|lang }}>{{ text }}</p>")
    assert page.render(text="Plain") == "<p dir='auto'>Plain</p>"
    assert page.render(text="الجسر") == "<p dir='auto' lang=\"und-Arab\">الجسر</p>"
