"""Adding: the steps from official documents to records, topics, catalogues and editions."""
