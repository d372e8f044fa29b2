"""What people ask of the record, why a row is what it is, and what they decide about it."""
