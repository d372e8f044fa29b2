"""Grows invented stories to any size, with their truth."""
