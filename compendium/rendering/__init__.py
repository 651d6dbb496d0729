"""Rendering: a composed document through Pandoc's templates to HTML, and through WeasyPrint to PDF."""
