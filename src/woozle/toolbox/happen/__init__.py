"""Happenings: what kinds there are, how a sentence tells of one, and which tellings are of one."""

from woozle.toolbox.happen.finding import Found, find_in
from woozle.toolbox.happen.ontology import CONFIDENCES, KINDS, STAGES, Kind

__all__ = ["CONFIDENCES", "KINDS", "STAGES", "Found", "Kind", "find_in"]
