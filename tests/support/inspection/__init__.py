"""The page inspector: finished editions as their readers see them, and what they should hold."""
