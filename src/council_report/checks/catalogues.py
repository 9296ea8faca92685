"""Rules about the templates folder: labels, kinds and mandates."""

import re
from collections.abc import Iterable, Iterator

from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

from council_report.checks.case import Case, box_rows
from council_report.checks.rule import Problem, meant, rule
from council_report.model.catalogue import Label, Name
from council_report.model.language import LANGUAGE_NAMES, LANGUAGES, Language
from council_report.model.location import Location
from council_report.model.message import Message

PLACEHOLDERS: dict[str, tuple[str, ...]] = {
    "header.session": ("year",),
    "header.place-and-dates": ("place", "dates"),
    "header.agenda-item": ("item",),
    "header.document": ("symbol",),
    "header.original": ("language",),
    **{f"language.{language}": () for language in LANGUAGES},
    "pending.agenda-item": (),
    "pending.date": (),
    "pending.author": (),
    "pending.statistic": (),
    "awaited": ("contributor",),
    "untranslated": ("text",),
    "outdated": ("text",),
}
"""The labels that every document needs, with the placeholders that each must have."""

AUTHOR = ("official",)
"""The placeholder of an author line."""

IN_BRACES = re.compile(r"\{([^{}]*)\}")


@rule("label-missing", "error", "desk")
def label_missing(case: Case) -> Iterator[Problem]:
    """A catalogue lacks a label that a document of the session prints."""
    for language, catalogue in case.desk.catalogues.items():
        for label in _needed(case, language):
            if label not in catalogue.labels:
                place = case.in_template("labels", language, "labels")
                message = Message("the label '{label}' is missing", label=label)
                yield Problem(place, message, Message("Add '{key}: …'.", key=label))


def _needed(case: Case, language: Language) -> Iterable[str]:
    """The labels that the session's documents print in a language; none if there are none."""
    plans = [plan for plan in case.desk.session.documents if language in plan.languages]
    labels = [*PLACEHOLDERS] if plans else []
    for plan in plans:
        kind = case.desk.kinds.get(plan.kind)
        labels += [kind.author, *(f"box.{row}" for row in box_rows(kind))] if kind else []
    return dict.fromkeys(labels)


@rule("label-placeholder", "error", "desk")
def label_placeholder(case: Case) -> Iterator[Problem]:
    """A label has a placeholder that nothing fills, or lacks one that it needs."""
    for name, wording, place in _wordings(case):
        offered = _offered(case, name)
        if sorted(IN_BRACES.findall(wording)) == sorted(offered):
            continue
        if offered:
            shown = ", ".join(f"{{{word}}}" for word in offered)
            message = Message(
                "'{wording}' does not hold just this, each once: {shown}",
                wording=wording,
                shown=shown,
            )
            yield Problem(place, message, Message("Write the words around {shown}.", shown=shown))
        else:
            message = Message(
                "'{wording}' has words in braces, and nothing takes their place", wording=wording
            )
            yield Problem(place, message, Message("Delete the braces."))


def _wordings(case: Case) -> Iterator[tuple[str, str, Location]]:
    """Every wording of every label, and where it stands."""
    for language, catalogue in case.desk.catalogues.items():
        for name, label in catalogue.labels.items():
            yield name, label.text, case.in_template("labels", language, "labels", name, "text")
            if label.feminine:
                way = ("labels", name, "feminine")
                yield name, label.feminine, case.in_template("labels", language, *way)


def _offered(case: Case, label: str) -> tuple[str, ...]:
    """The placeholders of a label that are filled when it is printed."""
    authors = {kind.author for kind in case.desk.kinds.values()}
    if label in authors or label.startswith("author."):
        return AUTHOR
    return PLACEHOLDERS.get(label, ())


@rule("label-unsourced", "error", "desk")
def label_unsourced(case: Case) -> Iterator[Problem]:
    """A label, or a name of the term list, is called confirmed, and nothing says by what."""
    for language, catalogue in case.desk.catalogues.items():
        entries: list[tuple[str, str, Label | Name]] = [
            *(("labels", *one) for one in catalogue.labels.items()),
            *(("names", *one) for one in catalogue.names.items()),
        ]
        for group, name, entry in entries:
            if entry.status == "confirmed" and entry.source is None:
                place = case.in_template("labels", language, group, name, "status")
                message = Message(
                    "the label '{label}' is confirmed, and no source says where", label=name
                )
                remedy = Message("Add 'source: …', or write 'status: provisional'.")
                yield Problem(place, message, remedy)


@rule("name-missing", "warning", "desk")
def name_missing(case: Case) -> Iterator[Problem]:
    """The term list of a language lacks a name that the list of another has."""
    holders: dict[str, Language] = {}
    for language, catalogue in case.desk.catalogues.items():
        for name in catalogue.names:
            holders.setdefault(name, language)
    for language, catalogue in case.desk.catalogues.items():
        lacking = [name for name in holders if name not in catalogue.names]
        for name in lacking if language in case.languages else ():
            place = case.in_template("labels", language, "names")
            message = Message(
                "the name '{name}' is missing, and {language} has it",
                name=name,
                language=LANGUAGE_NAMES[holders[name]],
            )
            yield Problem(place, message, Message("Add '{key}: …'.", key=name))


@rule("locale-unknown", "error", "desk")
def locale_unknown(case: Case) -> Iterator[Problem]:
    """The dates of a catalogue follow a locale that does not exist."""
    for language, catalogue in case.desk.catalogues.items():
        try:
            Locale.parse(catalogue.locale)
        except (ValueError, UnknownLocaleError):
            place = case.in_template("labels", language, "locale")
            message = Message("there is no locale '{locale}'", locale=catalogue.locale)
            own = (name for name in locale_identifiers() if name.startswith(language))
            yield Problem(place, message, meant(catalogue.locale, own))


@rule("box-duplicate", "error", "desk")
def box_duplicate(case: Case) -> Iterator[Problem]:
    """A kind of document has the same row in its box twice."""
    for kind in case.desk.kinds.values():
        for index, row in enumerate(kind.box):
            if row != "rule" and row in kind.box[:index]:
                place = case.in_template("kinds", kind.kind, "box", index)
                message = Message("the row '{row}' is here twice", row=row)
                yield Problem(place, message, Message("Keep one of the two."))


@rule("mandate-duplicate", "error", "desk")
def mandate_duplicate(case: Case) -> Iterator[Problem]:
    """Two mandates of a resolution have the same id."""
    mandates, file = case.desk.mandates, case.desk.session.mandates
    first: dict[str, int] = {}
    for index, mandate in enumerate(mandates.mandates if mandates else ()):
        if first.setdefault(mandate.id, index) == index:
            continue
        way = ("mandates", str(file), "mandates")
        line = case.in_template(*way, first[mandate.id], "id").line
        place = case.in_template(*way, index, "id")
        message = Message(
            "the mandate '{mandate}' is here twice, first on line {line}",
            mandate=mandate.id,
            line=line,
        )
        yield Problem(place, message, Message("Give one of the two another id."))
