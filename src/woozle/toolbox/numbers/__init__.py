"""Figures of English news: where they stand, their closed bounds, unit, what is counted and what befell it."""

from woozle.toolbox.numbers.figure import Figure
from woozle.toolbox.numbers.scan import find_figures

__all__ = ["Figure", "find_figures"]
