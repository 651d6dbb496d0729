"""Changes: what is new in the records since an earlier version of them, and what was changed."""
