"""What is wrong with a capture: why it cannot be read, or what to know of how it was read."""

from woozle.stages.ingest.dating import Dated
from woozle.toolbox.text.encoding import STATEFUL, Decoded, binary_kind, declared_encoding, looks_garbled
from woozle.toolbox.text.html import PageReader

#: Elements inside one another from which a page was not written by people.
_DEEP = 1_000


def refusal(content: bytes, largest_megabytes: int) -> tuple[str, str] | None:
    """Kind and message, where bytes are not read at all; the message goes on after the name of the input."""
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return "empty", "not read, it is empty"
    if len(content) > largest_megabytes * 2**20:
        size = f"{len(content) / 2**20:,.0f} MB, and [ingest] largest_megabytes is {largest_megabytes}"
        return "size", f"not read, it has {size}. Split it into its reports, or raise the setting"
    kind = binary_kind(content)
    if kind:
        return "binary", f"not read, it is {kind}, not text or HTML. Save its text as .txt or .html and add that"
    declared = declared_encoding(content)
    if declared in STATEFUL:
        return "encoding", f"not read, from {declared} no letter leads back to its bytes. Save it as UTF-8"
    return None


def too_long(n_characters: int, most: int) -> tuple[str, str] | None:
    """Kind and message, where a text is longer than any report."""
    if n_characters <= most:
        return None
    size = f"{n_characters:,} characters, and [ingest] longest_characters is {most:,}"
    return "size", f"not read, its text has {size}. Split it into its reports, or raise the setting"


def remarks(decoded: Decoded, dated: Dated, reader: PageReader | None) -> list[tuple[str, str]]:
    """Kinds and messages about how a page was read."""
    said = [*_encoding(decoded), *dated.doubts]
    if looks_garbled(decoded.text):
        message = "it holds UTF-8 that somebody read as Windows-1252 (such as â€œ); its text was kept as it is"
        said.append(("mojibake", message))
    n_nul = decoded.text.count("\0") - decoded.n_bad
    if n_nul > 0:
        said.append(("nul", f"it holds {n_nul:,} NUL characters; they were left out of its text"))
    if reader and reader.depth > _DEEP:
        message = f"it nests {reader.depth:,} elements in one another; it was read, but no person wrote it"
        said.append(("deep", message))
    return [(kind, message) for kind, message in dict(said).items()]


def _encoding(decoded: Decoded) -> list[tuple[str, str]]:
    if decoded.known == "mended":
        message = f"{decoded.n_bad:,} of its bytes are not UTF-8 and were left out; all others are. Check its letters"
        return [("encoding", message)]
    if decoded.known == "guessed":
        says = f"it says it is {decoded.declared}, which does not fit" if decoded.declared else "it does not say which"
        message = f"it is not UTF-8, and {says}; its encoding was guessed to be {decoded.encoding}. Check its letters"
        return [("encoding", message)]
    is_told_wrong = decoded.declared and not decoded.declared.startswith(("utf-8", "utf8", decoded.encoding))
    if is_told_wrong and decoded.known in ("utf-8", "mark") and not decoded.text.isascii():
        message = f"it says it is {decoded.declared}, but its bytes are {decoded.encoding}; it was read as that"
        return [("encoding", message)]
    return []
