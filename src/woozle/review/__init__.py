"""What a person asks of the record: why a row is what it is."""
