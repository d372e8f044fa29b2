"""What is kept: captures, tables, journal, book."""
