"""Verifying: finished files are read again, by programs that had no part in making them."""
