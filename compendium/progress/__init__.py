"""Progress: reports each step of a workflow run to an editor."""
