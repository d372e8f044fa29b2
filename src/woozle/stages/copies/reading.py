"""What is read out of single documents for comparing the pile: prints, terms, names that call outlets, credits."""

import re
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from woozle.model.ids import row_id
from woozle.model.records import Derivation, Document
from woozle.model.values import Reason
from woozle.stages.copies.pairs import Report
from woozle.stages.copies.retelling import told, weight_of
from woozle.stages.copies.rows import Called, Member, Outside, Printed, Term
from woozle.stages.copies.ties import Story
from woozle.toolbox.copying.marked import Marked, marks
from woozle.toolbox.copying.outlets import aliases_of, outside_credits
from woozle.toolbox.copying.prints import GRAM, once, prints_of
from woozle.toolbox.copying.split import Splitter
from woozle.toolbox.copying.terms import terms_of
from woozle.toolbox.copying.words import words_of

#: Documents of a group that are split at once.
AT_ONCE = 64
#: Words of the longest name by which an outlet is looked up.
_LONGEST = 5
_TOLD = re.compile(r"\b(?:told|tells|informed)\s", re.I)


def prints(documents: Sequence[Document]) -> Iterable[Printed]:
    """The prints of documents."""
    found = once(prints_of([document.text for document in documents], Splitter()))
    found = found.at(np.lexsort((found.places, found.texts)))
    firsts = np.searchsorted(found.texts, np.arange(len(documents) + 1)).tolist()
    for document, first, behind in zip(documents, firsts, firsts[1:], strict=False):
        own = found.at(slice(first, behind))
        yield Printed(document.id, tuple(own.hashes.tolist()), tuple(own.places.tolist()), tuple(own.around.tolist()))


def terms(documents: Sequence[Document]) -> Iterable[Term]:
    """The content words of documents, each once."""
    for document in documents:
        for term in sorted(set(terms_of(words_of(document.text).folded)) - {""}):
            yield Term(document.id, term)


def folded_name(name: str) -> str:
    """A name as it is looked up: folded words with one space between."""
    return " ".join(words_of(name).folded)


def _names_in(text: str) -> set[str]:
    """Runs of up to _LONGEST words that could name an outlet: from a capital or "the" to a capital or figure."""
    words = words_of(text)
    heads = [text[start] for start in words.starts]
    found = set()
    for at, head in enumerate(heads):
        if not (head.isupper() or words.folded[at] == "the"):
            continue
        for end in range(at + 1, min(at + _LONGEST, len(heads)) + 1):
            if heads[end - 1].isupper() or heads[end - 1].isdigit():
                found.add(" ".join(words.folded[at:end]))
    return found


def called(documents: Sequence[Document]) -> Iterable[Called]:
    """The names in documents, and the names of their outlets."""
    for document in documents:
        for name in sorted(_names_in(document.text)):
            yield Called(document.id, name, False)
        for name in sorted({folded_name(alias) for alias in aliases_of(document.outlet or "")}):
            yield Called(document.id, name, True)


def outside(documents: Sequence[Document]) -> Iterable[Outside]:
    """Whom documents credit for what they say; an unknown outlet may be the paper that was told."""
    for document in documents:
        own = {folded_name(alias) for alias in aliases_of(document.outlet or "")}
        seen = set()
        for credit in outside_credits(document.text):
            folded = folded_name(credit.outlet)
            is_told = bool(_TOLD.search(document.text, max(0, credit.start - 12), credit.end))
            if folded in own or folded in seen or (is_told and not document.outlet):
                continue
            seen.add(folded)
            words = document.text[max(0, credit.start - 30) : credit.end + 20]
            yield Outside(document.id, credit.outlet, folded, words, is_told)


def external(rows: Sequence[Outside]) -> Iterable[Derivation]:
    """Derivations from outlets that are not in the pile."""
    for row in rows:
        words = " ".join(row.words.split())
        reason = Reason("credit", f'the report credits {row.name}: "…{words}…"', 1.0)
        key = row_id("derivation", row.document_id, None, row.name)
        kind = "quotation" if row.is_told else "paraphrase"
        yield Derivation(key, row.document_id, None, row.name, kind, "known", True, 0.5, (reason,))


def stories(members: Sequence[Member]) -> Iterable[Story]:
    """The members of a group made ready for comparison, one after another."""
    splitter = Splitter()
    for first in range(0, len(members), AT_ONCE):
        some = members[first : first + AT_ONCE]
        for member, marked in zip(some, marks([member.text for member in some], splitter), strict=True):
            yield _story(member, marked)


def _story(member: Member, marked: Marked) -> Story:
    stock = frozenset(at + word for at in member.stock for word in range(GRAM))
    report = Report(member.document_id, member.outlet, member.publisher_group, member.published, marked, stock)
    weights: Mapping[str, float] = {
        term: weight_of(count, member.n_pile) for term, count in zip(member.terms, member.counts, strict=True)
    }
    return Story(report, told(marked, weights), member.n_pile)
