"""Time expressions of English news: where they stand, and which half-open interval of UTC each one means."""

from woozle.toolbox.when.found import Expression
from woozle.toolbox.when.meaning import Meaning
from woozle.toolbox.when.scan import Sighted, find_times, sight

__all__ = ["Expression", "Meaning", "Sighted", "find_times", "sight"]
