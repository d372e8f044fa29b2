"""Reads sentences, names, and whom the names mean inside the one document."""

from woozle.stages.annotate.steps import ANNOTATE
from woozle.step import Step

STEPS: tuple[Step, ...] = (ANNOTATE,)
