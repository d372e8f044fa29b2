"""Pure functions that several rooms share: no files, no clock, no network."""
