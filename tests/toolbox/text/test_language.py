"""The language of a text by its small words and letters."""

import pytest

from woozle.toolbox.text.language import language_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The harbour office said on Monday that nobody was hurt when the ferry ran aground off the pier.", "en"),
        ("Das Hafenamt sagte am Montag, dass niemand verletzt wurde, als die Fähre vor der Mole auf Grund lief.", "de"),
        (
            "Le bureau du port a dit lundi que personne n'était blessé dans le ferry qui est sur les rochers.",
            "fr",
        ),
        ("Портовая служба сообщила, что никто не пострадал и что паром был пуст.", "ru"),
        ("Портова служба повідомила, що ніхто не постраждав і що пором був порожній.", "uk"),
        ("港務局は月曜日、フェリーが座礁したがけが人はいないと発表した。", "ja"),
        ("Ferry Saltby Monday", None),
        ("1 2 3", None),
        ("", None),
    ],
)
def test_language(text: str, name: str | None) -> None:
    assert language_of(text) == name
