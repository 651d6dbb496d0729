"""Rendering: a composed document through Pandoc to HTML, and on through WeasyPrint to PDF."""
