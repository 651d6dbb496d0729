"""Untrusted: what comes from outside, opened with care: kinds, encodings, limits, markup."""
