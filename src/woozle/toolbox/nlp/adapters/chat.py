"""A language model behind an OpenAI-compatible server as an engine: it says who says what, in words of the text."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from woozle.errors import UsageError, WoozleError
from woozle.toolbox.nlp.adapters.answers import answered, fault
from woozle.toolbox.nlp.adapters.asking import question
from woozle.toolbox.nlp.adapters.citing import Cited, cite
from woozle.toolbox.nlp.adapters.portions import evened, find_portions, packed
from woozle.toolbox.nlp.engine import Analysis, Engine
from woozle.toolbox.nlp.paragraphs import Pair
from woozle.toolbox.nlp.rules import RuleEngine

#: What stands before the address in the settings.
CHAT = "llm:"
#: Characters that a model is asked about at once, about a thousand tokens; see `asking.MOST_TOKENS`.
_LONGEST = 4_000
#: Shorter stretches are not halved where the answer is of no use.
_SHORTEST = 400

#: Takes the body of a request and gives the server's reply, both as JSON values.
Post = Callable[[Mapping[str, Any]], Any]


def _halves(text: str, start: int, end: int) -> list[Pair]:
    """A stretch in two or more, between paragraphs or else between sentences; one that is short already stays whole."""
    if end - start <= _SHORTEST:
        return [(start, end)]
    half = (end - start + 1) // 2
    return list(packed(((start + one.start, start + one.end) for one in find_portions(text[start:end], half)), half))


@dataclass(frozen=True, slots=True)
class ChatEngine:
    """Sentences, tokens and names of a base engine; attributions of a language model, each held against the text.

    Attributes:
        base: reads everything else.
        post: asks the server.
        name: as it stands in the settings, ``llm:ADDRESS#MODEL``.
    """

    base: Engine
    post: Post
    name: str

    def analyse(self, text: str) -> Analysis:
        """Sentences, tokens, names and attributions of a text, and the attributions that were refused.

        Raises:
            WoozleError: the server fails, or answers something else than it is asked for.
        """
        base = self.base.analyse(text)
        borders = [sentence.start for sentence in base.sentences]
        portions = list(find_portions(text, _LONGEST))
        even = evened(text, portions)
        stretches = packed(((one.start, one.end) for one in portions), _LONGEST)
        cited = [self._read(even, stretch, borders) for stretch in stretches]
        sayings = [saying for one in cited for saying in one.sayings]
        refused = tuple(dict.fromkeys(why for one in cited for why in one.refused))
        return replace(
            base,
            sayings=tuple(sorted(sayings, key=lambda said: (said.contents, said.cue or (0, 0), said.sources))),
            refused=refused,
        )

    def _read(self, text: str, stretch: Pair, borders: Sequence[int]) -> Cited:
        """What the model sees in a stretch; an answer of no use is asked for again in halves, which are easier."""
        start, end = stretch
        reply = self.post(question(self.name.partition("#")[2], text[start:end]))
        items = answered(reply)
        if items is not None:
            return cite(text, stretch, items, borders)
        halves = _halves(text, start, end)
        if len(halves) < 2:
            raise WoozleError(
                f"the language model {self.name} gave {fault(reply)}. Expected a JSON object with a list "
                "“attributions”. Try a larger model, or change [annotate] engine"
            )
        read = [self._read(text, half, borders) for half in halves]
        return Cited(
            tuple(saying for one in read for saying in one.sayings), tuple(why for one in read for why in one.refused)
        )


def load_chat(setting: str, environ: Mapping[str, str], *, sleep: Callable[[float], None] = time.sleep) -> ChatEngine:
    """The engine of a setting such as ``llm:http://127.0.0.1:8080/v1#model-name``; asks the server nothing yet.

    Args:
        setting: the address of an OpenAI-compatible server, and the name of a model that it has.
        environ: the environment; ``WOOZLE_LLM_KEY`` holds the server's key, if it wants one.
        sleep: waits a number of seconds before a further try.

    Raises:
        UsageError: the setting or the key is of no use, or the extra is not installed.
    """
    address, _, model = setting.removeprefix(CHAT).partition("#")
    if not address or not model:
        raise UsageError(
            "[annotate] engine: a language model needs an address and a name, such as "
            "llm:http://127.0.0.1:8080/v1#model-name; one of them is missing"
        )
    try:
        open_post = import_module("woozle.toolbox.nlp.adapters.posting").open_post
    except ModuleNotFoundError as error:
        if error.name != "httpx":
            raise
        message = "an engine behind a server needs httpx: pip install 'woozle[llm]', or change [annotate] engine"
        raise UsageError(message) from error
    return ChatEngine(RuleEngine(), open_post(address, environ, sleep), setting)
