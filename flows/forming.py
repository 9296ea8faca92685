"""The recipe of forms: read the session, read what came for the one before, write a form."""

from typing import NamedTuple

from council_report.assembly.carrying import carried
from council_report.assembly.form import make_form
from council_report.assembly.parts import parts_of
from council_report.checks.registry import check_desk
from council_report.errors import UsageError
from council_report.intake.desk import read_desk
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.earlier import Earlier
from council_report.model.finding import Finding, has_errors, in_reading_order
from council_report.model.form import Form, FormFormat
from council_report.model.language import Language
from council_report.model.noun import Noun
from council_report.model.session import Contributor
from council_report.settings import Workplace
from flows.gathering import gather


class FormRequest(Noun):
    """Which forms to make: everybody's where no contributor is named.

    ``language`` is the contact's where none is named, and ``start`` the session that this one
    follows.
    """

    session: str
    contributor: str | None = None
    language: Language | None = None
    format: FormFormat = "docx"
    start: str | None = None


class FormFile(NamedTuple):
    """A form as a file, with its name."""

    name: str
    data: bytes


class Formed(NamedTuple):
    """The forms made, and what was found: errors of the session, and files that gave no entry."""

    files: tuple[FormFile, ...]
    findings: tuple[Finding, ...]


def make_forms(place: Workplace, request: FormRequest) -> Formed:
    """The forms of a request; none where the session cannot be used.

    Raises UsageError if the session, the contributor or the session to start with does not exist,
    or cannot be written in the language or format.
    """
    desk, findings = read_desk(place.inputs, place.templates, request.session)
    findings = (*findings, *check_desk(desk)) if desk else findings
    if desk is None or has_errors(findings):
        return Formed((), in_reading_order(findings))
    chosen = _chosen(desk, request.contributor)
    sent, entries = _earlier(place, request.start or desk.session.follows)
    forms = [_form(desk, one, request.language, sent, entries) for one in chosen]
    aside = [one for one in sent if one.set_aside and one.contributor in {c.key for c in chosen}]
    return Formed(
        tuple(FormFile(form.file_name(request.format), _file(form, request)) for form in forms),
        in_reading_order((*findings, *(finding for one in aside for finding in one.findings))),
    )


def _chosen(desk: Desk, contributor: str | None) -> list[Contributor]:
    known = desk.session.contributors
    chosen = [one for one in known if contributor in (None, one.key)]
    if not chosen:
        raise UsageError(
            f"Session {desk.session.code} has no contributor '{contributor}'.",
            f"Its contributors: {', '.join(one.key for one in known)}.",
        )
    return chosen


def _earlier(
    place: Workplace, session: str | None
) -> tuple[tuple[Contribution, ...], tuple[Earlier, ...]]:
    """What came for the session that forms begin with, and its entries as they were printed."""
    if session is None:
        return (), ()
    gathered = gather(place, session)
    if gathered.desk is None:
        raise UsageError(
            f"The forms cannot begin with the entries of {session}: that session has errors.",
            f"See them with: council-report check {session}",
        )
    return gathered.contributions, carried(gathered.desk, gathered.contributions)


def _form(
    desk: Desk,
    contributor: Contributor,
    wanted: Language | None,
    sent: tuple[Contribution, ...],
    entries: tuple[Earlier, ...],
) -> Form:
    language = wanted or contributor.contact.language or "en"
    _ask_words(desk, contributor, language)
    own = [one for one in sent if one.contributor == contributor.key and not one.set_aside]
    return make_form(
        desk,
        contributor.key,
        language,
        [one.entry for one in entries if one.contributor == contributor.key],
        [statistic for one in own for statistic in one.statistics],
    )


def _ask_words(desk: Desk, contributor: Contributor, language: Language) -> None:
    """Ask that everything a form is told apart by has words in its language."""
    if language not in desk.catalogues:
        raise UsageError(
            f"A form in '{language}' is not possible: there are no labels in that language.",
            f"Name one of {', '.join(desk.catalogues)} with --language.",
        )
    for part in parts_of(desk):
        owed = contributor.key in part.owed_by
        if owed and part.names and language not in part.names:
            raise UsageError(
                f"A form in '{language}' is not possible: the section '{part.section}' has no "
                "name in that language.",
                f"Add it in inputs/{desk.session.code}/session.yaml, or name another --language.",
            )


def _file(form: Form, request: FormRequest) -> bytes:
    if request.format == "xlsx":
        from council_report.rendering.forms.excel import render_excel_form

        return render_excel_form(form)
    from council_report.rendering.forms.word import render_word_form

    return render_word_form(form)
