"""Whether a file says that a machine made a translation, and no person has confirmed it."""

from lxml import etree

from council_report.xliff.names import CONFIRMED, MACHINE
from council_report.xliff.reading import local_name

SEGMENT = "seg"
MACHINES = {"mt", "nmt", "amt"}
SETTLED = {"Translated", "ApprovedTranslation", "ApprovedSignOff"}
"""How Trados names a translation that a person has confirmed."""


def is_machine_made(unit: etree._Element, target: etree._Element) -> bool:
    """Whether a target is a machine's own, by XLIFF, by Trados or by Phrase."""
    if unit.get("approved") == "yes" or target.get("state") in CONFIRMED:
        return False
    qualified = target.get("state-qualifier") in MACHINE
    return qualified or _of_phrase(unit) or any(map(_of_trados, unit.iter()))


def _of_phrase(unit: etree._Element) -> bool:
    """Whether Phrase says so, in attributes of its own on the unit."""
    own = {etree.QName(name).localname: value for name, value in unit.attrib.items()}
    return own.get("trans-origin") in MACHINES and own.get("confirmed") != "1"


def _of_trados(element: etree._Element) -> bool:
    """Whether Trados says so of a segment, in an element of its own."""
    if local_name(element) != SEGMENT or element.get("origin") not in MACHINES:
        return False
    return element.get("conf") not in SETTLED
