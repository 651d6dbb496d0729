"""Changes: what is new in the records since an earlier state of them, and what was changed."""
