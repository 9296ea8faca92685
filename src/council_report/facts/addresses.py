"""Web addresses: a page has one in each language, and they differ in the language alone."""

import re
from urllib.parse import parse_qsl, urlsplit

from council_report.model.language import LANGUAGES

BARE = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'()\[\]\0\u0600-\u06ff\u2e80-\uffef]+(?<![.,;:!?])", re.IGNORECASE
)
"""An address that stands in a text without being a link."""

CODES = {
    *LANGUAGES,
    "zh-cn",
    "zh-hans",
    "cn",
    "english",
    "french",
    "spanish",
    "russian",
    "chinese",
    "arabic",
}
"""What stands for a language in an address."""

FILE = re.compile(r"-[efsrca](?=\.[a-z0-9]{2,5}$|$)")
"""The letter of a language at the end of the name of a file."""


def same_in_all(address: str) -> str:
    """An address without what says its language; a broken one as it is."""
    full = (
        address
        if "://" in address or address.lower().startswith("mailto:")
        else f"http://{address}"
    )
    try:
        parts = urlsplit(full)
    except ValueError:
        return address
    steps = [step for step in parts.path.split("/") if step]
    path = "/".join(FILE.sub("", step.lower()) for step in steps if step.lower() not in CODES)
    asked = sorted(pair for pair in parse_qsl(parts.query) if pair[1].lower() not in CODES)
    query = "&".join(f"{name}={value}" for name, value in asked)
    return "|".join((parts.netloc.lower().removeprefix("www."), path, query, parts.fragment))
