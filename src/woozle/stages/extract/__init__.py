"""Reads times, places, figures and assertions out of each document."""

from woozle.stages.extract.steps import EXTRACT
from woozle.step import Step

STEPS: tuple[Step, ...] = (EXTRACT,)
