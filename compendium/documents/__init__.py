"""Documents: what an official document says, whatever its format and language."""
