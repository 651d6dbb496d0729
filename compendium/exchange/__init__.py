"""Exchange: hands texts over to translators as Word, XLIFF or TMX, and takes them back."""
