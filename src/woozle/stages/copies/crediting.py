"""A child that names its parent's outlet or author, and tells there what the parent tells or quotes."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from woozle.model.values import Reason
from woozle.stages.copies.direction import are_near, by_dates
from woozle.stages.copies.pairs import Shared
from woozle.stages.copies.retelling import Retold, retold_sentences, share_of, weight_of
from woozle.stages.copies.verdict import NOTHING, Story, Verdict
from woozle.toolbox.copying.credits import BARE, REPORTED, WIRE
from woozle.toolbox.copying.outlets import Credit, credits_of
from woozle.toolbox.copying.terms import terms_of
from woozle.toolbox.copying.words import words_of

#: How many reports of a named outlet may share so much with the words near the naming by chance (their number times
#: the product of the terms' shares in the pile): where the words say that it is a credit, and where they do not.
CUED_CHANCE, BARE_CHANCE = 0.5, 0.05
#: So many reports of each outlet are taken to be outside of the pile.
UNSEEN = 2
#: What a term of the sentence before or behind counts, beside 1 in the naming's own; of another paragraph; and what a
#: plain word counts beside a name.
NEIGHBOUR, ELSEWHERE, PLAIN = 0.6, 0.3, 0.8
#: Words of a speaker that stand in both weigh as much as one term that stands in no other report.
QUOTED_WORDS = 10.0
#: A report that came out later may be credited (a page was updated), but an earlier one goes before it.
LATER = 0.4
#: Who credits an outlet for its report of an event does so within this time; an outlet reports much in a year.
DAYS = 60
#: A text that is credited as a whole: share of its rare terms that are the parent's, and their weight.
WHOLE_SHARE, WHOLE_WEIGHT = 0.25, 3.0
#: How alike a sentence must be to the one it is told after, for a passage.
RETOLD = 0.5
_PARAGRAPH = re.compile(r"\n\s*\n")
_WROTE = re.compile(
    r"[^.\n]{0,60}\b(?:wrote|writes|written|reported|reports|first\s+to|(?:article|column|account|report|story|review)s?\b"
    r"(?!\s+to)|photographed|published|broke\s+the)\b",
    re.I,
)
_WRITTEN_BY = re.compile(
    r"\b(?:article|column|account|report|story|piece|interview|essay|photographs?|written|reporting)\s+(?:\w+\s+){0,2}"
    r"(?:by|of|from)\s+(?:[\w-]+\s+){0,4}$",
    re.I,
)


def credits_to(child: Story, parent: Story) -> tuple[Credit, ...]:
    """Where a child names the outlet of a parent, or its author as one who wrote."""
    one, other = child.report, parent.report
    if not other.outlet or one.outlet == other.outlet:
        return ()
    found = (*credits_of(one.marked.text, other.outlet, one.outlet), *_authors(child, parent))
    return tuple(sorted(found, key=lambda credit: (credit.start, credit.end)))


def _authors(child: Story, parent: Story) -> Iterable[Credit]:
    text, outlet = child.report.marked.text, parent.report.outlet or ""
    for author in parent.report.authors:
        if len(author.split()) < 2 or author in child.report.authors:
            continue
        for found in re.finditer(rf"(?<!\w){re.escape(author)}(?!\w)".replace(r"\ ", r"\s+"), text):
            before = text[max(0, found.start() - 60) : found.start()]
            if _WROTE.match(text, found.end()) or _WRITTEN_BY.search(before):
                yield Credit(found.start(), found.end(), outlet, REPORTED)


def told_again(child: Story, parent: Story) -> tuple[Retold, ...]:
    """Sentences of a child that are alike enough to the parent's for passages."""
    return tuple(item for item in retold_sentences(child.told, parent.told) if item.score >= RETOLD)


def _sentences_at(child: Story, credits_: Sequence[Credit]) -> set[int]:
    """Numbers of the child's sentences that hold a naming."""
    starts = child.report.marked.words.starts
    return {child.told.sentence_at(bisect_right(starts, credit.start) - 1) for credit in credits_}


def terms_near(child: Story, sentences: set[int]) -> Mapping[str, float]:
    """Known terms of some sentences and of those beside them, with what each counts."""
    told, names = child.told, child.report.marked.names
    found: dict[str, float] = {}
    for at, (start, end) in enumerate(told.sentences):
        near = _nearness(child, at, sentences)
        for word in range(start, end) if near else ():
            term = told.terms[word]
            if term in told.known:
                found[term] = max(found.get(term, 0.0), near * (1.0 if names[word] else PLAIN))
    return found


def _nearness(child: Story, at: int, sentences: set[int]) -> float:
    if at in sentences:
        return 1.0
    beside = [other for other in (at - 1, at + 1) if other in sentences]
    return max(
        (ELSEWHERE if is_parted(child, min(at, other), max(at, other)) else NEIGHBOUR for other in beside), default=0.0
    )


def is_parted(story: Story, first: int, last: int) -> bool:
    """Whether a paragraph ends between two of a report's sentences, given by number."""
    marked, sentences = story.report.marked, story.told.sentences
    if first >= last:
        return False
    part = marked.text[marked.words.ends[sentences[first][1] - 1] : marked.words.starts[sentences[last][0]]]
    return bool(_PARAGRAPH.search(part))


def common_with(terms: Mapping[str, float], parent: Story) -> tuple[float, list[str]]:
    """(weight, in terms that stand in no other report; the terms) that `terms` have in common with a parent."""
    weights = parent.told.known
    shared = sorted(term for term in terms if term in weights)
    return math.fsum(weights[term] * terms[term] for term in shared) / (weight_of(0, parent.n_pile) or 1.0), shared


def _is_quoting(child: Story, sentences: set[int], terms: Iterable[str], shared: Sequence[Shared]) -> bool:
    """Whether what a child shares where it names an outlet is mostly a speaker's words."""
    told, marked = child.told, child.report.marked
    quoted = {at for item in shared if item.kind == "quotation" for at in range(*item.right)}
    wanted, inside, whole = set(terms), 0.0, 0.0
    for start, end in (told.sentences[at] for at in sorted(sentences)):
        for word in range(start, end):
            if told.terms[word] in wanted:
                whole += told.known[told.terms[word]]
                inside += told.known[told.terms[word]] if marked.quotes[word] or word in quoted else 0.0
    return bool(whole) and 2 * inside >= whole


def by_credited_quotation(parent: Story, child: Story, named: Sequence[Credit], shared: Sequence[Shared]) -> Verdict:
    """A child that names the parent's outlet and has words of a speaker that stand in the parent."""
    n_same = sum(item.n_same for item in shared if item.kind == "quotation")
    if not named or not n_same or by_dates(child.report.published, parent.report.published) is True:
        return NOTHING
    words = child.report.marked.text[named[0].start : named[0].end]
    reasons = (
        Reason("credit", f'the child names "{words}"', 1.0),
        Reason("same_quotation", f"{n_same} words of a speaker stand in both", float(n_same)),
    )
    score = round(n_same / max(1, len(child.report.marked)), 4)
    weight = round(1.0 + n_same / QUOTED_WORDS, 4)
    outlet = parent.report.outlet or ""
    return Verdict("quotation", score, weight, outlet, reasons, told_again(child, parent), True)


def by_credited_telling(parent: Story, child: Story, named: Sequence[Credit], shared: Sequence[Shared]) -> Verdict:
    """A child that names the parent's outlet and tells there what the parent tells."""
    if not named or not are_near(parent.report.published, child.report.published, DAYS):
        return NOTHING
    own = set(terms_of(words_of(parent.report.outlet or "").folded))
    sentences = _sentences_at(child, [credit for credit in named if credit.form != WIRE] or named)
    near = {term: value for term, value in terms_near(child, sentences).items() if term not in own}
    weight, terms = common_with(near, parent)
    if not _is_enough(weight, len(terms), parent, named) and not _is_wire(parent, child, named):
        return NOTHING
    factor = LATER if by_dates(child.report.published, parent.report.published) is True else 1.0
    words = child.report.marked.text[named[0].start : named[0].end]
    reasons = (
        Reason("credit", f'the child names "{words}" and tells there what the parent tells', round(weight, 4)),
        Reason("terms", "in common near the credit: " + ", ".join(terms[:12]), float(len(terms))),
    )
    kind = "quotation" if _is_quoting(child, sentences, terms, shared) else "paraphrase"
    score = round(share_of(child.told, parent.told), 4)
    outlet = parent.report.outlet or ""
    return Verdict(kind, score, round(weight * factor, 4), outlet, reasons, told_again(child, parent), True)


def _is_enough(weight: float, n_terms: int, parent: Story, named: Sequence[Credit]) -> bool:
    """Whether a report of the outlet that shares so much by chance is unlikely; not all its reports are in the pile."""
    forms = {credit.form for credit in named} - {WIRE}
    chance = (parent.n_outlet + UNSEEN) * math.exp(-weight * weight_of(0, parent.n_pile))
    return bool(forms) and n_terms >= 2 and chance <= (BARE_CHANCE if forms == {BARE} else CUED_CHANCE)


def _is_wire(parent: Story, child: Story, named: Sequence[Credit]) -> bool:
    """Whether a child credits an outlet for its whole text, and has much of the parent's matter."""
    if not any(credit.form == WIRE for credit in named):
        return False
    weight, _ = common_with(dict.fromkeys(child.told.weights, 1.0), parent)
    return weight >= WHOLE_WEIGHT and share_of(child.told, parent.told) >= WHOLE_SHARE


def by_credit(parent: Story, child: Story, named: Sequence[Credit], shared: Sequence[Shared]) -> Verdict:
    """A child that names the parent's outlet and tells there what the parent tells, or quotes what it quotes."""
    quoting = by_credited_quotation(parent, child, named, shared)
    telling = by_credited_telling(parent, child, named, shared)
    return telling if telling.weight >= quoting.weight else quoting
