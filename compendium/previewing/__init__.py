"""Shows an editor the effect of each change at once: the page, its place in the book, findings."""
