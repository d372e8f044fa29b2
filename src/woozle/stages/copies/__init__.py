"""Finds out which documents share text, and which was made from which."""

from woozle.stages.copies.steps import COPIES
from woozle.step import Step

STEPS: tuple[Step, ...] = (COPIES,)
