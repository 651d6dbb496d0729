"""Rendering: turns a composed document into HTML with Pandoc, and that into PDF with WeasyPrint."""
