"""The checks, each with its code: those of the records, and those of translations beside them.

Other rooms import from here alone.
"""

from compendium.checks.fault import Fault
from compendium.checks.records import check_reading
from compendium.checks.records.pairs import EMPHASIS
from compendium.checks.records.topic_keys import unreached_units
from compendium.checks.translations.parity import check_marks
from compendium.checks.translations.text_sets import check_language, check_translations
from compendium.checks.translations.typography import check_letters

__all__ = [
    "EMPHASIS",
    "Fault",
    "check_language",
    "check_letters",
    "check_marks",
    "check_reading",
    "check_translations",
    "unreached_units",
]
