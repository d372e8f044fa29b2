"""Collections: files that hold many reports (Parquet, JSON Lines, WARC), read one record at a time."""
