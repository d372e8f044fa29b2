"""Engines of others behind the seam: a spaCy pipeline, and a language model that a server runs."""
