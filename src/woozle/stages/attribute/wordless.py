"""What looks like telling, and says nothing: a call that is answered, a paper that is read or shown round."""

from woozle.stages.attribute.grammar import HAVE
from woozle.stages.attribute.holding import PAPERS
from woozle.stages.attribute.verbs import verbs
from woozle.stages.attribute.view import Range, View

#: What is done to papers and pictures, which do nothing of it themselves.
_SHARING = frozenset("post tweet retweet".split())
#: Other papers that an outlet has seen.
_READ = frozenset("contract copy minutes email emails e-mails correspondence transcript transcripts messages".split())
#: What is answered without a word.
_CALLS = frozenset("phone telephone call calls door bell doorbell".split())


def is_wordless(view: View, subject: Range, at: int, last: int, helpers: frozenset[str]) -> bool:
    """Whether a verb says nothing here: "has seen the contract", "video posted on the web", "answered the phone".

    Args:
        view: the text.
        subject: who does it.
        at: the verb, a form of a cue verb.
        last: number of the word behind its sentence.
        helpers: its auxiliaries.
    """
    verb, behind = verbs()[view.lows[at]], view.lows[at + 1 : min(last, at + 4)]
    if verb.lemma == "see":
        return bool(helpers & HAVE) and any(_is_paper(low) or low in _READ for low in behind)
    if verb.lemma == "answer":
        return not _CALLS.isdisjoint(behind[:2])
    return verb.lemma in _SHARING and not helpers and _is_paper(view.lows[subject[1] - 1])


def _is_paper(low: str) -> bool:
    return low.rstrip("s") in PAPERS
