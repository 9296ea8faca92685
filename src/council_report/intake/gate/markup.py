"""XML parts, read from end to end without keeping them, and never with a document type."""

from collections.abc import Mapping
from typing import Any, cast

from lxml import etree

from council_report.intake.gate.refusal import DamagedError, quoted
from council_report.model.message import Message


class DocumentTypeError(Exception):
    """A part declares a document type, which no Office file needs."""


class Watch:
    """Is told of every element and text of a part; what it looks for is for others to say."""

    def doctype(self, *_: str | None) -> None:
        """Stop at a document type, before any word that it declares is put in.

        The parser tells of it whatever encoding the part is in.
        """
        raise DocumentTypeError

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """A piece of text stands here."""

    def close(self) -> None:
        """The part ends."""


def survey(name: str, data: bytes, watch: Watch, *, lenient: bool = False) -> None:
    """Show a part to a watch; raises DocumentTypeError or DamagedError.

    ``lenient`` is for drawings of old Excel, which are not always well formed.
    """
    # The stubs of lxml ask for methods that take bytes too, which Python 3 never sends.
    parser = etree.XMLParser(
        target=cast(Any, watch),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        recover=lenient,
    )
    message = Message("the file is damaged: its part “{part}” is no valid XML", part=quoted(name))
    try:
        etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise DamagedError(message) from None
    # A watch is told of names without a namespace all the same; no reader takes such a part.
    if parser.error_log.filter_from_errors() and not lenient:
        raise DamagedError(message)
