"""The data model: values, records, ids, and what must hold between them."""
