"""Progress: what a run of the workflow tells an editor while it lasts."""
