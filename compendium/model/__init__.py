"""The values that all rooms use: bodies, gatherings, records, topics, editions, errata."""
