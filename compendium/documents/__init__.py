"""Documents: reads the content of official documents, whatever their format and language."""
