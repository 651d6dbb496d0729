"""Fetching official documents by their symbols: the one part that uses the network."""
