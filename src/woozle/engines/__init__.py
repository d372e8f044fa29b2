"""Who computes: processes and DuckDB on one machine."""
