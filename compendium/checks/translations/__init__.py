"""The checks of translations: each text beside its source, each catalogue, the terms."""
