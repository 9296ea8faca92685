"""An XLIFF file that came back, read unit by unit."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from council_report.intake.documents.wordcomments import comment_finding
from council_report.intake.gate.markup import DocumentTypeError, Watch, survey
from council_report.intake.gate.refusal import DamagedError, quoted
from council_report.intake.translated.machine import is_machine_made
from council_report.intake.translated.units import returned_unit, source_of
from council_report.intake.translated.unreadable import (
    SAVE_AGAIN,
    SAVE_AS_XLIFF,
    not_known,
    not_ours,
    nothing_in,
    nothing_of,
    unreadable,
)
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.source import SourceFile
from council_report.model.translation import Returned, ReturnedUnit, Unit
from council_report.xliff.codes import codes_of
from council_report.xliff.names import ORIGIN, READ
from council_report.xliff.reading import Inline, local_name, read_inline

SESSION = re.compile(rf"\b{ORIGIN}/(C[0-9]{{2}})\b")

Reading = tuple[Returned, tuple[Finding, ...]]


def xliff_in(source: SourceFile, units: Mapping[str, Unit]) -> Reading:
    """What an XLIFF file returns, and what is to be said of it.

    To be called in a confined process. Nothing that the file declares or refers to is loaded, and
    what tools put into it of their own is passed over.
    """
    root = _root(source)
    if isinstance(root, Finding):
        return nothing_of(source.name), (root,)
    files = [*root.iter("{*}file")]
    found = _units(root, source.name, units)
    stray = found and units and not any(one.id in units for one in found)
    languages = _languages(files, "target-language")
    returned = nothing_of(source.name).model_copy(
        update={
            "session": _only({match[1]: None for one in files if (match := _session(one))}),
            "source_language": _only(_languages(files, "source-language")),
            "language": _only(languages),
            "units": () if stray else found,
        }
    )
    problems = [not_known(source.name)] if stray else _problems(source.name, returned, languages)
    return returned, (*problems, *_remarks(root, source.name))


def _root(source: SourceFile) -> etree._Element | Finding:
    """The root of a file in XLIFF, or the finding that says why there is none."""
    try:
        survey(source.name, source.data, Watch())
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
        return _checked(etree.fromstring(source.data, parser), source.name)
    except DocumentTypeError:
        message = Message("the file declares words of its own, which no XLIFF file needs")
        return unreadable(source.name, message, SAVE_AGAIN)
    except DamagedError:
        message = Message("the file is cut short or damaged: it is no valid XML")
        return unreadable(source.name, message, SAVE_AGAIN)


def _checked(root: etree._Element, file: str) -> etree._Element | Finding:
    """A root if it is one of XLIFF 1.2, or the finding that says what it is."""
    version, is_known = root.get("version", ""), (etree.QName(root).namespace or "") in READ
    if local_name(root) != "xliff" or not (version or is_known):
        return not_ours(file)
    if is_known and not version.startswith("2"):
        return root
    message = Message("this is XLIFF {version}, and only 1.2 is read", version=quoted(version))
    return unreadable(file, message, SAVE_AS_XLIFF)


def _session(file: etree._Element) -> re.Match[str] | None:
    return SESSION.search(file.get("original", ""))


def _languages(files: list[etree._Element], name: str) -> dict[str, None]:
    """The languages that an attribute of the files names, without their countries."""
    tags = (file.get(name, "") for file in files)
    return {re.split("[-_]", tag)[0].lower(): None for tag in tags if tag}


def _only(values: dict[str, None]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def _problems(file: str, returned: Returned, languages: dict[str, None]) -> Iterator[Finding]:
    if not returned.units:
        yield nothing_in(file)
    if len(languages) > 1:
        named = quoted(", ".join(languages))
        message = Message("the file has translations into several languages: {named}", named=named)
        yield unreadable(file, message, Message("Send a file for each language."))


def _units(root: etree._Element, file: str, units: Mapping[str, Unit]) -> tuple[ReturnedUnit, ...]:
    return tuple(
        _unit(element, _place(element, file), units.get(element.get("id", "")))
        for element in root.iter("{*}trans-unit")
    )


def _unit(element: etree._Element, place: Location, known: Unit | None) -> ReturnedUnit:
    text = source_of(known)
    codes = codes_of(text)
    source, target = _child(element, "source"), _child(element, "target")
    quoted = () if source is None else read_inline(source, codes).text
    said = Inline((), ()) if target is None else read_inline(target, codes)
    return returned_unit(
        element.get("id", ""),
        known,
        None if known and quoted == text else quoted,
        said.text,
        place,
        unknown=said.unknown,
        machine=target is not None and is_machine_made(element, target),
    )


def _place(element: etree._Element, file: str) -> Location:
    line = element.sourceline
    return Location(file, line=line if isinstance(line, int) else None)


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if local_name(child) == name), None)


def _remarks(root: etree._Element, file: str) -> Iterator[Finding]:
    """What translators have noted at units: we write no notes ourselves."""
    for note in root.iter("{*}note"):
        words = " ".join("".join(map(str, note.itertext())).split())
        if words:
            author = quoted(note.get("from", ""))
            yield comment_finding(_place(note, file), author, words)
