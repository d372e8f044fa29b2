"""Finds the year of reports that print their day without one, where the other reports of the pile tell it."""

from woozle.stages.date.steps import DATE
from woozle.step import Step

STEPS: tuple[Step, ...] = (DATE,)
