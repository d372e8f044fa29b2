"""Finds the passages that reports share, and which report was made from which."""

from woozle.stages.copies.steps import COPIES
from woozle.step import Step

STEPS: tuple[Step, ...] = (COPIES,)
