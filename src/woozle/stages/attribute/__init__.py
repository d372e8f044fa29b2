"""Finds out who is said to have said what: source, cue and content, through which carriers, and with what hedge."""

from woozle.stages.attribute.steps import ATTRIBUTE
from woozle.step import Step

STEPS: tuple[Step, ...] = (ATTRIBUTE,)
