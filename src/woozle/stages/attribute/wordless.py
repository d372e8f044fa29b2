"""What looks like telling, and says nothing: a call that is answered, a paper that is read, a march that proves."""

from woozle.stages.attribute.grammar import HAVE, SUBJECT_PRONOUNS
from woozle.stages.attribute.holding import PAPERS
from woozle.stages.attribute.verbs import Verb, verbs
from woozle.stages.attribute.view import Range, View
from woozle.toolbox.names import SPEAKERS
from woozle.toolbox.nlp.lexicon.titles import ROLES

#: What is done to papers and pictures, which do nothing of it themselves.
_SHARING = frozenset("post tweet retweet".split())
#: Other papers that an outlet has seen.
_READ = frozenset("contract copy minutes email emails e-mails correspondence transcript transcripts messages".split())
#: What stands behind "read" where a paper was read to somebody: "a statement read out in court said".
_ALOUD = frozenset("out aloud to in by at".split())
#: Verbs by which events show a thing as well as papers.
_PROVING = frozenset("prove demonstrate".split())
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
    if verb.lemma == "read":
        noun = view.lows[subject[1] - 1]
        return (_is_paper(noun) or noun == "statement") and not _ALOUD.isdisjoint(behind[:1])
    return verb.lemma in _SHARING and not helpers and _is_paper(view.lows[subject[1] - 1])


def is_event(view: View, verb: Verb, subject: Range) -> bool:
    """Whether what shows a thing is no voice: "The march on the capital proved how weak the army was"."""
    words = view.lows[slice(*subject)]
    is_thing = not any(low in SUBJECT_PRONOUNS or _is_paper(low) for low in words)
    kinds = {name.kind for name in view.names_of(subject)}
    is_owned = any(low.endswith(("'s", "s'")) for low in words)
    is_named = not kinds.isdisjoint(SPEAKERS) and not is_owned
    return verb.lemma in _PROVING and is_thing and not is_named and words[-1] not in ROLES


def _is_paper(low: str) -> bool:
    return low.rstrip("s") in PAPERS
