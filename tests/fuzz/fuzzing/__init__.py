"""Every reader of the program against files that went wrong: seeded, measured, judged."""
