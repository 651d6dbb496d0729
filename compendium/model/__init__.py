"""The values everything else speaks of: bodies, meetings, records, topics, editions, errata."""
