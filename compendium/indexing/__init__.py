"""The thematic index, generated from the assignments so that its columns cannot disagree."""
