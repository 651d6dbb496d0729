"""Fixtures of this folder; what makes the example is shared with the tests that make it twice."""

from example_editions import editions, vera

__all__ = ["editions", "vera"]
