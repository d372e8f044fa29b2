"""The body that a report means where somebody speaks for one and it is not said for which."""

import re

from woozle.toolbox.link.bundle import Bearer, Bundle
from woozle.toolbox.names import BODIES

#: Between two paragraphs; the lines of one may be broken anywhere.
BLANK = re.compile(r"\n\s*\n")


def body_before(found: Bundle, start: int) -> Bearer | None:
    """The body that is named last before a place in its paragraph: "The plant denied this. A spokesman said"."""
    text = found.document.text
    named = [
        (mention.span.end, found.bearers[mention.entity_id])
        for mention in found.mentions
        if mention.span.end <= start and mention.kind in BODIES and mention.entity_id in found.bearers
    ]
    end, bearer = max(named, key=lambda each: each[0], default=(0, None))
    return None if bearer is None or bearer.kind not in BODIES or BLANK.search(text[end:start]) else bearer
