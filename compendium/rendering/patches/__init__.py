"""Patches: functions of WeasyPrint that are replaced while a book is laid out, with reasons.

WeasyPrint offers no hook at these places. Everything that depends on its internals is in this room,
so that a new version breaks here, by name, and nowhere else.
"""
