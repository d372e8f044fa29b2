"""The words on the screen: numbers, kinds and signs, exactly as the design fixes them."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from woozle.model.values import Occasion, Range, Voice

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

#: Characters that would change what a reader sees without being seen: control characters, direction overrides,
#: embeddings and isolates (Unicode Annex 9), and halves of pairs, which cannot even be written as UTF-8.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")

DERIVATION = MappingProxyType(
    {
        "verbatim": "word for word",
        "trimmed": "trimmed",
        "edited": "edited",
        "paraphrase": "paraphrase",
        "quotation": "quotation",
        "merged": "merged with something else",
    }
)

DRIFT = MappingProxyType(
    {
        "hedge_dropped": "hedge dropped",
        "hedge_added": "hedge added",
        "source_dropped": "source dropped",
        "source_changed": "source changed",
        "figure_changed": "figure changed",
        "time_changed": "time changed",
        "place_changed": "place changed",
    }
)

CONFLICT = MappingProxyType(
    {
        "figure": "Two figures",
        "denial": "Denial",
        "time": "Two times",
        "place": "Two places",
        "actor": "Two doers",
        "retraction": "Taken back",
    }
)

DIRECTION = MappingProxyType(
    {"known": "direction known", "likely": "direction likely", "unknown": "which came first is not known"}
)

MODE = MappingProxyType({"direct": "word for word", "indirect": "in other words", "mixed": "partly word for word"})

ACT = MappingProxyType(
    {
        "deny": "denied",
        "direct": "an order",
        "intend": "an intention",
        "ask": "asked",
        "decline": "declined to say",
        "believe": "believed",
    }
)

STANCE = MappingProxyType(
    {"reported": "as reported", "unverified": "not verified", "rumoured": "as a rumour", "doubted": "with a doubt"}
)

#: The kind of a conflict inside a line, after ``1 conflict:``.
CONFLICT_OF = MappingProxyType(
    {
        "figure": "figure",
        "denial": "denial",
        "time": "time",
        "place": "place",
        "actor": "doer",
        "retraction": "taken back",
    }
)

_OCCASION = MappingProxyType(
    {
        "interview": "Interview",
        "press_conference": "Press conference",
        "post": "Post",
        "statement": "Statement",
        "document": "Document",
        "reporting": "Own reporting",
    }
)

#: Stands for an outlet that no report and nobody names.
NO_OUTLET = "Outlet not known"
_VOICE = MappingProxyType(
    {
        "person": "a person",
        "organisation": "an organisation",
        "document": "a document",
        "own_reporting": "an outlet’s own reporter",
        "anonymous": "unnamed, and left so",
    }
)


def shown(text: str) -> str:
    """The text with every character that acts unseen written out, such as ``[U+202E]``."""
    # Nearly every text is plain, and every view asks for thousands of them.
    if text.isprintable():
        return text
    return _UNSEEN.sub(lambda match: f"[U+{ord(match.group()):04X}]", text.replace("\r\n", "\n").replace("\r", "\n"))


def count(number: int, unit: str) -> str:
    """``14 reports``, ``1 voice``, ``0 voices``."""
    return f"{number:,} {unit}" + ("" if number == 1 else "s")


def part_words(about: str | None, n_outside: int) -> str:
    """That a record is of a part of a pile; empty where it is of the whole."""
    if not about:
        return ""
    left_out = f"{count(n_outside, 'other report')} {'is' if n_outside == 1 else 'are'} left out"
    return f"A part of the pile: reports about “{about}”, what they claim, and who else claims it. {left_out}."


def spelled(number: int) -> str:
    """Up to twelve in words, then in figures."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"


def spelled_count(number: int, unit: str) -> str:
    """``two voices``, ``one voice``, ``14 voices``."""
    return f"{spelled(number)} {unit}" + ("" if number == 1 else "s")


def perhaps(voices: Range) -> str:
    """``perhaps 3``: what else the count may be; empty where it is sure."""
    if voices.high > voices.best:
        return f"perhaps {voices.high}"
    return f"perhaps {voices.low}" if voices.low < voices.best else ""


def voices_found(voices: Range) -> str:
    """``2 voices, perhaps 3``; zero is said: ``0 voices found``."""
    head = count(voices.best, "voice") + (" found" if voices.best == 0 else "")
    return ", ".join(part for part in (head, perhaps(voices)) if part)


def three_numbers(reports: int, outlets: int, voices: Range) -> str:
    """``14 reports, 9 outlets, 2 voices, perhaps 3``: always in this order and with units."""
    return f"{count(reports, 'report')}, {count(outlets, 'outlet')}, {voices_found(voices)}"


def is_unnamed(voice: Voice) -> bool:
    """Whether nobody is named: such a voice keeps a slit in its dot."""
    return voice.kind == "anonymous" or (voice.name is None and voice.kind != "own_reporting")


def voice_name(voice: Voice) -> str:
    """The name of a voice, or what it is where it has none."""
    if voice.name:
        return voice.name
    unnamed = {"own_reporting": "An outlet’s own reporter", "organisation": "An unnamed organisation"}
    return unnamed.get(voice.kind, "An unnamed source" if voice.kind != "unknown" else "Nobody named")


def voice_kind(voice: Voice) -> str:
    """What a voice is, in words; empty where it is not known."""
    return _VOICE.get(voice.kind, "")


def occasion_name(occasion: Occasion) -> str:
    """``Interview with the Sevrin Courier``; an occasion of no known kind is said to be that."""
    head = _OCCASION.get(occasion.kind, "Occasion not known")
    if not occasion.addressee:
        return head
    return f"{head} {'with' if occasion.kind == 'interview' else 'for'} {occasion.addressee}"


def plain_kind(kind: str, names: Mapping[str, str]) -> str:
    """The words for a kind; an unknown kind keeps its own name, with spaces."""
    return names.get(kind, kind.replace("_", " "))
