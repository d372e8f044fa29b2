"""How the shipped English engine is made; never imported by the package."""
