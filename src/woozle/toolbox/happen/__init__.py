"""Happenings: what kinds there are, how a sentence tells of one, and which tellings are of one."""
