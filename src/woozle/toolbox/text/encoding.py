"""Encodings: bytes to text, found where they can be found, and said to be guessed where not."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.I,
)
#: What browsers take these names for (WHATWG Encoding Standard).
_BROWSER = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
_BROWSER |= {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-9": "cp1254", "x-sjis": "cp932", "shift_jis": "cp932"}
#: Codecs in which the bytes of a character depend on what comes before or after it: no way back from a span.
STATEFUL = frozenset(
    "iso-2022-jp iso2022_jp iso-2022-kr iso2022_kr hz hz-gb-2312 utf-7 utf7 utf-16 utf-32 utf-8-sig big5hkscs "
    "big5-hkscs euc_jisx0213 euc_jis_2004 shift_jisx0213 shift_jis_2004 idna punycode unicode_escape "
    "raw_unicode_escape".split()
)
#: What UTF-8 punctuation and accents turn into when they are read as Windows-1252.
_MOJIBAKE = re.compile("â€[œ\x9d™˜“”¦\x9c]?|Ã[©¨¤¶¼±³¡­\xa0§ª«®´»]|Â[\xa0«»°£©]|Ð[°-¿]|à¸\xad")
#: What a page that does not say may be in. DOS and mainframe code pages fit any bytes and are never met on the web.
_GUESSES = (
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 koi8_r koi8_u iso8859_2 iso8859_5 iso8859_7 "
    "iso8859_9 gb18030 big5 cp932 euc_jp euc_kr cp949 cp874 utf_16_le utf_16_be"
).split()
_BAD, _MANY_BYTES = re.compile("[\udc80-\udcff]"), re.compile("[^\0-\x7f\udc80-\udcff]")
#: Signatures of files that hold no text of their own, and what they are called.
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP container, such as a Word document or an e-book"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a media file (RIFF)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"WARC/", "a web archive (WARC)"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the codec that gives it strictly, how many bytes of byte order mark come before it, and how we know.

    Attributes:
        known: mark, utf-8, declared, mended, guessed.
        declared: the encoding that the page itself names, whether it is true or not.
        n_bad: bytes that are no UTF-8 in a text that is; a NUL stands for each.
    """

    text: str
    encoding: str
    skip: int
    known: str
    declared: str | None
    n_bad: int = 0


def decode(content: bytes, served: str | None = None) -> Decoded:
    """The text of some bytes; every text encodes back to the very bytes, but for the mark and for mended ones.

    Args:
        content: the bytes.
        served: the encoding that their server named; it goes before what the page names, as in browsers.
    """
    named = (served or "").strip().lower()
    is_usable = named and named not in STATEFUL and _strict(b"", named) is not None
    declared = _BROWSER.get(named, named) if is_usable else declared_encoding(content)
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            text = _strict(content[len(mark) :], encoding)
            if text is not None:
                return Decoded(text, encoding, len(mark), "mark", declared)
    # UTF-16 of Western text is valid UTF-8 with a NUL behind every letter.
    text = None if _wide(content) else _strict(content, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8", 0, "utf-8", declared)
    if declared:
        text = _strict(content, declared)
        if text is not None:
            return Decoded(text, declared, 0, "declared", declared)
    return _mended(content, declared) or _guess(content, declared)


def _mended(content: bytes, declared: str | None) -> Decoded | None:
    """UTF-8 in which a few bytes are broken, as a cut or a badly joined page has them; None where most are.

    A whole page is not given up to a guess for them: a guess would turn every quotation mark into three letters.
    """
    text = content.decode("utf-8", "surrogateescape")
    n_bad = len(_BAD.findall(text))
    n_good = len(_MANY_BYTES.findall(text))
    if not n_bad or n_good < n_bad * (1 if declared in ("utf-8", "utf8") else 4):
        return None
    return Decoded(_BAD.sub("\0", text), "utf-8", 0, "mended", declared, n_bad)


def declared_encoding(content: bytes) -> str | None:
    """The encoding that a page names in its first lines, as browsers take it; None where it names none."""
    found = _DECLARED.search(content[:4096])
    if not found:
        return None
    name = (found[1] or found[2]).decode("ascii").lower()
    return _BROWSER.get(name, name)


def _guess(content: bytes, declared: str | None) -> Decoded:
    best = from_bytes(content[:200_000], cp_isolation=_GUESSES).best()
    for name in (_wide(content), best.encoding if best else "cp1252", "cp1252", "latin-1"):
        text = _strict(content, name) if name else None
        if name and text is not None:
            return Decoded(text, name, 0, "guessed", declared)
    raise AssertionError("latin-1 decodes any bytes")


def _wide(content: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: every other byte of Western text is zero."""
    head = content[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.4 * len(head) / 2 and even < 0.05 * len(head):
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * len(head) / 2 and odd < 0.05 * len(head) else None


def _strict(content: bytes, encoding: str) -> str | None:
    """The text, or None where the codec does not exist, does not fit or does not lead back to the same bytes."""
    if encoding in STATEFUL:
        return None
    try:
        text = content.decode(encoding)
        return text if text.encode(encoding) == content else None
    except (LookupError, UnicodeError, ValueError):
        return None


def binary_kind(content: bytes) -> str | None:
    """What kind of file bytes are that hold no text to read, in words; None for text."""
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            return kind
    if content[4:8] == b"ftyp":
        return "a film or sound file"
    if content.startswith(tuple(mark for mark, _ in _BOMS[1:])) or (_wide(content) and len(content) % 2 == 0):
        return None
    head = content[:8192]
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head)
    return "a binary file" if controls > 0.02 * len(head) else None


def looks_garbled(text: str) -> bool:
    """Whether the text is UTF-8 that somebody read as Windows-1252 before it reached us."""
    return len(_MOJIBAKE.findall(text[:200_000])) >= 3
