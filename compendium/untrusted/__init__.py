"""Untrusted: opens files from outside with care: kinds, encodings, limits, markup."""
