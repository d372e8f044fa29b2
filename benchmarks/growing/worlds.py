"""Worlds: one story told with other names, other figures and other words, so that it is another story.

Names are coined; figures of two digits keep their order and their decade; other content words change places within
their kind. What makes a sentence an attribution, a denial, a time or a count stays, so that the truth stays true.
World 0 is the story as it was written: quality is measured there, the others are for size.
"""

import random
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from benchmarks.growing.reports import Change, Story, applied
from benchmarks.growing.words import (
    ADJECTIVES,
    CALENDAR,
    CUES,
    ENDINGS,
    FEMALE,
    KINDS,
    LINKS,
    MALE,
    SHORT,
    STAYING,
    SYLLABLES,
)

#: The word behind a small one, with whatever markup between them.
_NEXT = re.compile(r"(?:\s|<[^>]*>)+([A-Za-z]+)")
_SUFFIX = re.compile(r"(?:ing|ed|ly|s)$")
_ONES = "one two three four five six seven eight nine".split()
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
#: Eleven and twelve are "a dozen" or so elsewhere.
_FIRST = 13
_PUT_BEFORE = 0.5


@dataclass(frozen=True, slots=True)
class World:
    """What is put for what: words in small letters, and figures of two digits."""

    number: int
    words: Mapping[str, str]
    figures: Mapping[int, int]

    def changes(self, text: str) -> list[Change]:
        """What this world changes in a text, or in a page with its markup: (start, end, what stands there then)."""
        spelled = {_word(old): _word(new) for old, new in self.figures.items()}
        pattern = _pattern(tuple(sorted(spelled, key=lambda word: (-len(word), word))))
        found = ((at.start(), at.end(), self._new(at, text, spelled)) for at in pattern.finditer(text))
        return [change for change in found if change[2] != text[change[0] : change[1]]] if self.words else []

    def _new(self, found: re.Match[str], text: str, spelled: Mapping[str, str]) -> str:
        old = found[0]
        if old.isdigit():
            return old if _is_dated(text, *found.span()) else str(self.figures.get(int(old), old))
        new = spelled.get(old.lower()) or self.words.get(old.lower()) or self._link(found, text)
        if new is None or _is_markup(text, found.start()):
            return old
        if old.isupper() and len(old) > 1:
            return new.upper()
        return new.capitalize() if old[0].isupper() else new

    def _link(self, found: re.Match[str], text: str) -> str | None:
        """What stands for a small word before a word that moves: else long runs of small words would stay the same."""
        choice = LINKS.get(found[0].lower())
        behind = _NEXT.match(text, found.end()) if choice else None
        if not choice or not behind or behind[1].lower() in CUES or behind[1].lower() not in self.words:
            return None
        return choice[zlib.crc32(f"{self.number} {found[0].lower()} {behind[1]}".encode()) % len(choice)]

    def told(self, text: str) -> str:
        """A text as this world tells it."""
        return applied(text, self.changes(text), 0, len(text))


@lru_cache(maxsize=64)
def _pattern(spelled: tuple[str, ...]) -> re.Pattern[str]:
    figures = rf"(?<![\w-])(?i:{'|'.join(spelled)})(?![\w-])|" if spelled else ""
    return re.compile(rf"{figures}[^\W\d_]+|(?<![\w.,:/-])\d{{2}}(?![\w:/-]|[.,]\d)")


def _is_markup(text: str, at: int) -> bool:
    """Whether a word is the name of an element or attribute, not what a reader or a machine is told."""
    opened = text.rfind("<", 0, at)
    if opened < 0 or text.rfind(">", 0, at) > opened:
        return False
    return text.count('"', opened, at) % 2 == 0 or text[opened:at].rpartition("=")[0].endswith(("class", "id", "href"))


def _is_dated(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 14) : start], text[end : end + 24]
    near = re.findall(r"[A-Za-z]+", before)[-1:] + re.findall(r"[A-Za-z]+", after)[:3]
    return any(word.lower() in CALENDAR for word in near) or after.startswith((" o’clock", " o'clock", " minutes past"))


def _word(number: int) -> str:
    """A number of two digits that is no round one, in words."""
    if number < 20:
        return _TEENS[number - 11]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens - 2]}-{_ONES[ones - 1]}"


def world(story: Story, number: int, rng: random.Random) -> World:
    """A world of a story; number 0 is the story as it stands."""
    if number == 0:
        return World(0, {}, {})
    texts = [shown.text for shown in story.seen.values()]
    counts = Counter(word for text in texts for word in re.findall(r"[^\W\d_]+", text))
    names = _names(story, counts)
    kept = STAYING | SHORT | CALENDAR | KINDS | names.keys() | _kept(story.truth)
    cues = {old: rng.choice(new) for old, new in CUES.items()}
    words = cues | _coined(names, rng) | _moved([word for word in counts if word not in kept], texts, rng)
    return World(number, words, _figures(story.truth, rng))


def _names(story: Story, counts: Mapping[str, int]) -> dict[str, str]:
    """Words that are names of this story, in small letters, with the type of who bears them."""
    found: dict[str, str] = {}
    for entity in story.truth["entities"]:
        for words in (entity["name"], *entity["aliases"]):
            for word in re.findall(r"[^\W\d_]+", re.sub(r"\([^)]*\)", "", words)):
                small = word.lower()
                is_common = small in KINDS | CALENDAR | STAYING or counts.get(small, 0) > 0
                if word[0].isupper() and len(word) > 2 and not is_common:
                    found.setdefault(small, entity["type"])
    # "Kelmarian" goes with "Kelmaria", whether or not the truth lists it.
    for word in counts:
        small = word.lower()
        roots = [name for name in found if len(name) > 4 and small.startswith(name.rstrip("a")) and small != name]
        if word[0].isupper() and roots and counts.get(small, 0) == 0:
            found.setdefault(small, found[min(roots)])
    return found


def _coined(names: Mapping[str, str], rng: random.Random) -> dict[str, str]:
    given = {name.lower(): pool for pool in (FEMALE, MALE) for name in pool}
    made: dict[str, str] = {}
    for name in sorted(names, key=lambda word: (len(word), word)):
        root = next((old for old in sorted(made, key=len, reverse=True) if _is_grown(name, old)), None)
        if root is not None:
            made[name] = made[root].rstrip("a") + name[len(root.rstrip("a")) :]
        elif name in given and names[name] == "person":
            free = [new for new in given[name] if new.lower() not in names.keys() | made.values()]
            made[name] = rng.choice(free).lower()
        else:
            made[name] = _coin(rng, names.keys() | made.values(), is_long=len(name) > 6)
    return made


def _coin(rng: random.Random, taken: Set[str], *, is_long: bool) -> str:
    """A name that nobody has; some that two bear would make them one."""
    while True:
        new = rng.choice(SYLLABLES) + rng.choice(SYLLABLES) * is_long + rng.choice(ENDINGS)
        if new not in taken:
            return new
        is_long = True


def _is_grown(name: str, old: str) -> bool:
    return len(old) > 4 and name.startswith(old.rstrip("a"))


def _kept(truth: Mapping[str, Any]) -> frozenset[str]:
    """Words by which times and places are told for what they are."""
    told = [row["text"] for table in ("times", "places") for row in truth.get(table, ())]
    return frozenset(word.lower() for words in told for word in re.findall(r"[^\W\d_]+", words))


def _moved(words: Sequence[str], texts: Sequence[str], rng: random.Random) -> dict[str, str]:
    """Content words by what is put for them: all forms of a word go together, within its kind."""
    families: dict[str, list[str]] = {}
    for word in sorted(word for word in words if word.islower() and len(word) > 2):
        families.setdefault(_stem(word), []).append(word)
    kinds: dict[tuple[bool, bool, bool], list[str]] = {}
    nouns = _after(texts, "the|a|an|his|her|their|its|no|of")
    verbs = _after(texts, "to|will|would|could|had|was|were|they|he|she|who")
    for stem, forms in families.items():
        n, v = sum(nouns[word] for word in forms), sum(verbs[word] for word in forms)
        is_adverb = any(word.endswith("ly") for word in forms)
        kinds.setdefault((n >= v, n + v > 0, is_adverb), []).append(stem)
    made: dict[str, str] = {}
    for (is_noun, _, _), stems in kinds.items():
        others = stems[:]
        rng.shuffle(others)
        for old, new in zip(stems, others, strict=True):
            before = f"{rng.choice(ADJECTIVES)} " if is_noun and rng.random() < _PUT_BEFORE else ""
            made |= {word: f"{before}{new}{word[len(old) :]}" for word in families[old]}
    return made


def _stem(word: str) -> str:
    found = _SUFFIX.search(word)
    return word[: found.start()] if found and found.start() > 3 and not word.endswith("ss") else word


def _after(texts: Iterable[str], words: str) -> Counter[str]:
    pattern = re.compile(rf"\b(?:{words}) ([a-z]+)\b")
    return Counter(word for text in texts for word in pattern.findall(text))


def _figures(truth: Mapping[str, Any], rng: random.Random) -> dict[int, int]:
    """Figures that are no round ones, each by another of its decade, in the same order."""
    ends = [row[side] for row in truth["quantities"] for side in ("low", "high")]
    values = {int(end) for end in ends if end and end == int(end) and _FIRST <= end < 100 and end % 10}
    made: dict[int, int] = {}
    for tens in range(1, 10):
        old = sorted(value for value in values if value // 10 == tens)
        free = range(max(_FIRST, 10 * tens + 1), 10 * tens + 10)
        made |= dict(zip(old, sorted(rng.sample(free, len(old))), strict=True))
    return made
