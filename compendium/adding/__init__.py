"""Adding: what leads from official documents on the table to records, topics and catalogues."""
