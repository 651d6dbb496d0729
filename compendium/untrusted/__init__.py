"""Untrusted: files from outside opened with care: their kinds, their limits."""
