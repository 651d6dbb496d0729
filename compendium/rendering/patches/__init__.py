"""Patches: functions of WeasyPrint that are replaced while a book is laid out, and why.

WeasyPrint offers no hook at these places. All that leans on its insides is in this room, so that a
new version breaks here, by name, and nowhere else.
"""
