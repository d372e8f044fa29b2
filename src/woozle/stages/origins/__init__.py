"""Traces every assertion of a claim back to who said or saw it, and counts the voices and occasions behind it."""

from woozle.stages.origins.judging import JUDGE_ORIGINS
from woozle.stages.origins.steps import ORIGINS, VOICES
from woozle.step import Step

STEPS: tuple[Step, ...] = (VOICES, ORIGINS, JUDGE_ORIGINS)
