"""Encodings are found where they can be, and what is guessed is said to be guessed."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.text.encoding import binary_kind, decode, looks_garbled

RUSSIAN = "Министерство сообщило в понедельник, что никто не пострадал, когда паром сел на мель у пирса. "


@given(st.binary(max_size=300))
def test_any_bytes_come_back(content: bytes) -> None:
    found = decode(content)
    encoded = found.text.encode(found.encoding)
    assert len(encoded) == len(content) - found.skip
    if found.known != "mended":
        assert encoded == content[found.skip :]


@pytest.mark.parametrize(
    ("content", "encoding", "known"),
    [
        (codecs.BOM_UTF8 + b"abc", "utf-8", "mark"),
        ("Fähre".encode("utf-16"), "utf-16-le", "mark"),
        ("Fähre".encode(), "utf-8", "utf-8"),
        (b'<meta charset="windows-1251">' + RUSSIAN.encode("cp1251"), "windows-1251", "declared"),
        (b'<meta charset="iso-8859-1">' + "Fähre “Lady”".encode("cp1252"), "cp1252", "declared"),
        (RUSSIAN.encode("cp1251") * 3, "cp1251", "guessed"),
        (("The harbour office said. " * 9).encode("utf-16-be"), "utf-16-be", "guessed"),
        (b"<meta charset=utf-8>" + "“Nobody was hurt,” said the café’s owner".encode() + b"\xe9", "utf-8", "mended"),
    ],
)
def test_found(content: bytes, encoding: str, known: str) -> None:
    found = decode(content)
    assert (found.encoding, found.known) == (encoding, known)


def test_broken_bytes_are_counted_and_leave_the_rest_alone() -> None:
    found = decode("“Nobody was hurt,” said the café’s owner".encode() + b" \xe9 end")
    assert found.n_bad == 1
    assert found.text.startswith("“Nobody was hurt,” said the café’s owner \0 end")


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "ZIP"), (bytes(range(32)) * 9, "binary"), (b"{\\rtf1 x}", "RTF")],
)
def test_binary(content: bytes, words: str) -> None:
    assert words in (binary_kind(content) or "")


@pytest.mark.parametrize("text", ["plain", "tabs\tand\r\nlines", RUSSIAN])
def test_text_is_not_binary(text: str) -> None:
    assert binary_kind(text.encode()) is None
    assert binary_kind(text.encode("utf-16")) is None


def test_garbled() -> None:
    words = "“Wrong in public” — so that’s what it’s called, said the café’s owner"
    assert looks_garbled(words.encode().decode("cp1252", "replace"))
    assert not looks_garbled(words)
