"""Woozle."""
