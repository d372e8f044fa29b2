"""Whether two names may mean the same person, body, place or thing, as a score that callers cut where they need."""

from woozle.toolbox.names.acronyms import acronyms_of, is_acronym
from woozle.toolbox.names.fold import Folded, camel_split, fold
from woozle.toolbox.names.forms import GENERATIONS, NICKNAMES, PARTICLES, WEAK_LEGAL
from woozle.toolbox.names.likeness import consonants, distance, likeness
from woozle.toolbox.names.scripts import is_unvocalised

Pair = tuple[float, int, int]

#: Longer ones are no names but sentences that a tagger took for one; comparing them word by word would take seconds.
MOST_WORDS, MOST_LETTERS = 24, 300


def _word_likeness(left: str, right: str, is_person: bool) -> float:
    if is_person and (right in NICKNAMES.get(left, ()) or left in NICKNAMES.get(right, ())):
        return 0.8
    if not is_person and f"{min(left, right, key=len)}s" in (left, right) and min(len(left), len(right)) > 4:
        return 0.9  # "Volunteer Corps" and "Volunteers Corps"
    return likeness(left, right)


def _pairs(left: tuple[str, ...], right: tuple[str, ...], is_person: bool) -> list[Pair]:
    """One-to-one pairs of alike words, the most alike first."""
    choices = [
        (_word_likeness(word, other, is_person), -abs(at - to), at, to)
        for at, word in enumerate(left)
        for to, other in enumerate(right)
    ]
    pairs: list[Pair] = []
    for score, _, at, to in sorted(choices, key=lambda choice: (-choice[0], -choice[1], choice[2], choice[3])):
        if score > 0 and all(at != done and to != other for _, done, other in pairs):
            pairs.append((score, at, to))
    return pairs


def _run_together(left: Folded, right: Folded) -> float:
    """Names that differ in where the spaces stand: "Good Will" and "Goodwill"."""
    one, other = "".join(left.words), "".join(right.words)
    if min(len(one), len(other)) < 6:
        return 0.0
    if one == other:
        return 0.95
    is_split = len(left.words) != len(right.words)
    return 0.7 if is_split and distance(one, other, 1) <= 1 else 0.0


def _same_person(left: Folded, right: Folded) -> float:
    """Fathers and sons apart, the names are compared without what tells generations apart."""
    one, other = _generation(left), _generation(right)
    if one and other and one != other:
        return 0.0
    score = _same_words(_bare(left), _bare(right))
    return score if one == other else min(score, 0.6)


def _generation(name: Folded) -> str | None:
    return next((GENERATIONS[word] for word in name.words[1:] if word in GENERATIONS), None)


def _bare(name: Folded) -> tuple[str, ...]:
    """The words without particles and generations, or all of them if there are no others."""
    words = (word for at, word in enumerate(name.words) if word not in PARTICLES and not (at and word in GENERATIONS))
    return tuple(words) or name.words


def _same_words(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Every word of the shorter name must have its like in the longer one; extra words cost, the more the more."""
    pairs = _pairs(one, other, True)
    shorter, longer = sorted((len(one), len(other)))
    loose_left, loose_right = (
        _loose_initials(one, {at for _, at, _ in pairs}),
        _loose_initials(other, {to for _, _, to in pairs}),
    )
    if loose_left and loose_right:
        return 0.0  # "J. Marren" and "K. Marren"
    loose = loose_left + loose_right
    if len(pairs) < shorter - loose or not pairs:
        return 0.0
    score = min(found for found, _, _ in pairs)
    whole = [found for found, at, to in pairs if len(one[at]) > 1 and len(other[to]) > 1]
    if not whole:
        return 0.0
    slips = sum(found <= 0.6 for found, _, _ in pairs)
    if slips > 1:
        return 0.0
    extra = longer - len(pairs) - loose
    if len(pairs) == 1 and longer > 1:
        return 0.5 if score >= 0.8 else 0.3
    return max(0.0, score - (0.05, 0.05, 0.1)[extra] if 0 <= extra <= 2 else 0.45) if extra else score


def _loose_initials(words: tuple[str, ...], paired: set[int]) -> int:
    """Initials that found no like: a middle letter may be left out."""
    return sum(len(word) == 1 and at not in paired for at, word in enumerate(words))


def _same_body(left: Folded, right: Folded) -> float:
    """Every word of both names must have its like, and legal forms must not contradict each other."""
    strong, other = left.legal - WEAK_LEGAL, right.legal - WEAK_LEGAL
    if strong and other and not strong & other:
        return 0.2
    if len(left.words) != len(right.words):
        return 0.0
    pairs = _pairs(left.words, right.words, False)
    if len(pairs) < len(left.words):
        return 0.0
    scores = [found for found, _, _ in pairs]
    if sum(score <= 0.6 for score in scores) > 1:
        return 0.0
    if len(pairs) == 1 and scores[0] <= 0.6 and len(left.words[0]) < 5:
        return 0.3
    if len(pairs) == 1 and scores[0] < 1 and min(len(left.words[0]), len(right.words[0])) < 6:
        return min(scores[0], 0.75)  # "Orle" and "Orla": too short to trust the sound alone
    return min(scores)


def _acronym_score(left: str, right: str) -> float:
    """One name is the initials of the other."""
    for short, long in ((left, right), (right, left)):
        if is_acronym(short) and not is_acronym(long):
            initials = "".join(letter for letter in short.upper() if letter.isalpha())
            if initials in acronyms_of(long) and len(initials) > 1:
                return 0.75 if len(initials) > 2 else 0.6
    return 0.0


def _skeletons(left: Folded, right: Folded) -> float:
    one = "".join(consonants(word) for word in left.words)
    other = "".join(consonants(word) for word in right.words)
    return 0.7 if min(len(one), len(other)) >= 4 and distance(one, other, 1) <= 1 else 0.0


def same_name(name1: str, name2: str, kind: str) -> float:
    """How well two names fit one bearer: 1 the same words, .8 other spellings, .5 one inside the other, 0 not.

    The score says what the names allow, not who is meant: two people may share a name. From .5 on they may be called
    the same; below .7 stand slips of one letter, which a pile of reports should not trust without more.

    Args:
        name1: a name as written, in any case and several scripts; beyond 24 words only the same words are the same.
        name2: another; the order of the two does not matter.
        kind: person, or any other kind of the record.
    """
    left_text, right_text = sorted((camel_split(name1), camel_split(name2)))
    left, right = fold(left_text, kind), fold(right_text, kind)
    if not left.words or not right.words:
        return 0.0
    if left == right:
        return 1.0
    if max(len(left.words), len(right.words)) > MOST_WORDS or max(len(left_text), len(right_text)) > MOST_LETTERS:
        return 0.0
    if is_unvocalised(name1) != is_unvocalised(name2):
        return _skeletons(left, right)
    if kind == "person":
        score = _same_person(left, right)
    else:
        score = max(_same_body(left, right), _acronym_score(name1, name2))
    is_apart = kind != "person" and score == 0.2
    return score if is_apart else max(score, _run_together(left, right))
