"""Two reports in, the passages they share out: what was copied, what was only quoted, what is boilerplate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from woozle.model.ids import row_id
from woozle.model.records import Passage
from woozle.model.values import Published, Reason, Side
from woozle.toolbox.copying.align import LEAST, Alignment, Block, Stretch, align
from woozle.toolbox.copying.evidence import Evidence, Pair, narrative_of, pair_of, weigh
from woozle.toolbox.copying.marked import Marked

#: Proof from which a stretch is called copied. Reports written apart reach 10 at most; one sentence of a dozen plain
#: words has 10 to 14 (measured, `docs/decisions/0004-copies-and-retellings.md`).
PROOF = 11.0
#: The same for a run that is a whole sentence in both texts, which reports written apart never share.
SENTENCE_PROOF = 7.0
#: The same for further stretches of a pair in which something is proven already.
FURTHER_PROOF = 5.0
#: A pair is a copy as a whole if the shorter text shares so much of all its words, or of those that nobody is quoted
#: for.
WHOLE = 0.8
WHOLE_NARRATIVE = 0.55
#: The fewest words of a shared quotation, and of a text that is judged as a whole.
LEAST_QUOTE = 5
LEAST_WHOLE = 8
#: The widest gap in words inside one quotation passage.
QUOTE_GAP = 12
#: From this share of same words on, a passage is verbatim.
VERBATIM = 0.95
#: Stock words are boilerplate only where they make no more than this share of the shorter text: a report's next
#: version repeats most of it.
MOST_STOCK = 0.35
#: How far in words a masthead or an imprint may be from the end of the text.
FRAME = 12


@dataclass(frozen=True, slots=True)
class Report:
    """A document as this room looks at it. ``stock``: words in stretches that its outlet prints again and again."""

    document_id: str
    outlet: str | None
    publisher_group: str | None
    published: Published | None
    marked: Marked
    stock: frozenset[int]
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage before it is known which side came first: word ranges, kind, and how many words are the same."""

    kind: str
    left: tuple[int, int]
    right: tuple[int, int]
    n_same: int
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """Share of the words of both sides that are the same, 0 to 1."""
        return round(2 * self.n_same / (self.left[1] - self.left[0] + self.right[1] - self.right[0]), 4)


def _is_whole(pair: Pair, alignment: Alignment) -> bool:
    """Whether the shorter text is shared nearly whole, so that no single stretch need prove it."""
    is_left = len(pair.left) <= len(pair.right)
    shorter = pair.left if is_left else pair.right
    if len(shorter) < LEAST_WHOLE:
        return False
    if sum(alignment.same[0 if is_left else 1]) >= WHOLE * len(shorter):
        return True
    own = shorter.quotes.count(0)
    if own < LEAST_WHOLE or alignment.n_same < WHOLE_NARRATIVE * own:
        return False
    return narrative_of(alignment, pair) >= WHOLE_NARRATIVE * own


def _is_frame(stretch: Stretch, left: Report, right: Report) -> bool:
    """Whether a stretch opens both texts or closes both, of one outlet: a masthead, an imprint, a standing note."""
    if not left.outlet or left.outlet != right.outlet:
        return False
    opens = max(stretch.left[0], stretch.right[0]) <= FRAME
    ends = len(left.marked) - stretch.left[1], len(right.marked) - stretch.right[1]
    return opens or max(ends) <= FRAME


def _stock_share(stretch: Stretch, left: Report, right: Report) -> float:
    if not left.stock or not right.stock:
        return 0.0
    hits = sum(
        block.left + at in left.stock and block.right + at in right.stock
        for block in stretch.blocks
        for at in range(block.size)
    )
    return hits / stretch.n_same


def _stocks(alignment: Alignment, left: Report, right: Report) -> tuple[list[float], bool]:
    """What share of each stretch the outlet prints again and again, and whether that is most of the shorter text."""
    stretches = alignment.stretches
    if (not left.outlet or left.outlet != right.outlet) and not (left.stock and right.stock):
        return [0.0] * len(stretches), False
    found = [1.0 if _is_frame(stretch, left, right) else _stock_share(stretch, left, right) for stretch in stretches]
    n_stock = sum(stretch.n_same * share for stretch, share in zip(stretches, found, strict=True))
    return found, n_stock > MOST_STOCK * min(len(left.marked), len(right.marked))


def _copied(stretch: Stretch, evidence: Evidence, is_whole: bool) -> Shared:
    n_same = stretch.n_same
    share = 2 * n_same / (stretch.left[1] - stretch.left[0] + stretch.right[1] - stretch.right[0])
    reasons = [Reason("same_words", f"{n_same} words are the same, in the same order", share)]
    if evidence.sentence >= SENTENCE_PROOF:
        reasons.append(Reason("whole_sentence", "a whole sentence stands in both texts", evidence.sentence))
    if evidence.proof >= PROOF:
        words = f"{evidence.narrative} of the same words are the report's own, not quoted"
        reasons.append(Reason("narrative", words, round(evidence.proof, 2)))
    if is_whole:
        reasons.append(Reason("whole_text", "most of the shorter text stands in the longer one", WHOLE))
    return Shared("verbatim" if share >= VERBATIM else "edited", stretch.left, stretch.right, n_same, tuple(reasons))


def _quoted(parts: Sequence[Block]) -> Iterable[Shared]:
    """Quotation passages of one stretch: quoted parts that lie close together."""
    groups: list[list[Block]] = []
    for part in parts:
        last = groups[-1][-1] if groups else None
        gap = max(part.left - last.left - last.size, part.right - last.right - last.size) if last else 0
        if last and gap <= QUOTE_GAP:
            groups[-1].append(part)
        else:
            groups.append([part])
    for group in groups:
        n_same = sum(part.size for part in group)
        if n_same >= LEAST_QUOTE:
            left = group[0].left, group[-1].left + group[-1].size
            right = group[0].right, group[-1].right + group[-1].size
            words = f"{n_same} words of a quotation are the same; nothing around it is"
            yield Shared("quotation", left, right, n_same, (Reason("same_quotation", words, 1.0),))


def shared_passages(left: Report, right: Report) -> tuple[Shared, ...]:
    """The passages that two reports share, in the order of the left one."""
    alignment = align(left.marked.seeds, right.marked.seeds)
    pair = pair_of(alignment, left.marked, right.marked)
    stocks, is_mostly_stock = _stocks(alignment, left, right)
    is_whole = _is_whole(pair, alignment)
    weights = [weigh(stretch, pair) for stretch in alignment.stretches]
    is_proven = is_whole or any(_proves(weight) for weight in weights)
    found: list[Shared] = []
    for stretch, stock, weight in zip(alignment.stretches, stocks, weights, strict=True):
        if stretch.n_same < LEAST:
            continue
        if stock >= 0.6 and not is_mostly_stock:
            found.append(_boilerplate(stretch))
        elif _proves(weight) or (is_proven and weight.proof >= FURTHER_PROOF) or is_whole:
            found.append(_copied(stretch, weight, is_whole))
        else:
            found += _quoted(weight.quoted)
    return tuple(sorted(found, key=lambda shared: (shared.left, shared.right, shared.kind)))


def _proves(evidence: Evidence) -> bool:
    return evidence.proof >= PROOF or evidence.sentence >= SENTENCE_PROOF


def _boilerplate(stretch: Stretch) -> Shared:
    reason = Reason("stock", "the outlet prints these words under several reports", 0.0)
    return Shared("boilerplate", stretch.left, stretch.right, stretch.n_same, (reason,))


def passage_id(left: Side, right: Side) -> str:
    """The id of a passage, which hangs on its sides and their order."""
    return row_id("passage", left.document_id, left.start, left.end, right.document_id, right.start, right.end)


def passage(shared: Shared, left: Report, right: Report) -> Passage:
    """The row of a passage, its left side from `left`."""
    one, other = _side(left, shared.left), _side(right, shared.right)
    return Passage(passage_id(one, other), one, other, shared.kind, shared.score, shared.reasons)


def swapped(shared: Shared) -> Shared:
    """The same passage seen from the other side."""
    return Shared(shared.kind, shared.right, shared.left, shared.n_same, shared.reasons)


def _side(report: Report, words: tuple[int, int]) -> Side:
    start, end = report.marked.span(words)
    return Side(report.document_id, start, end, report.marked.text[start:end])
