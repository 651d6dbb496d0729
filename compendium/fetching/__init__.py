"""Fetching: downloads official documents by their symbols; the only room that uses the network."""
