"""Fixtures of this folder; what makes the example is shared with the tests that make it twice."""

from support.example_editions import editions, vera

__all__ = ["editions", "vera"]
