"""Language: the seam to an engine, and the engine of rules behind it."""

from woozle.toolbox.nlp.engine import Analysis, Engine, Name, ParsedSentence
from woozle.toolbox.nlp.load import load

__all__ = ["Analysis", "Engine", "Name", "ParsedSentence", "load"]
