"""Language: the seam to an engine, and the engines behind it."""

from woozle.toolbox.nlp.engine import Analysis, Engine, Name, ParsedSaying, ParsedSentence
from woozle.toolbox.nlp.load import load

__all__ = ["Analysis", "Engine", "Name", "ParsedSaying", "ParsedSentence", "load"]
