"""Finds out which names of different documents mean the same person, body, place or thing."""

from woozle.stages.resolve.steps import RESOLVE
from woozle.step import Step

STEPS: tuple[Step, ...] = (RESOLVE,)
