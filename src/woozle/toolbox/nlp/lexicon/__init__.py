"""Word lists of the English rules, written for this package."""
