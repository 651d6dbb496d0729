"""Verifying: checks finished files with programs that took no part in making them."""
