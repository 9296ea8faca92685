"""Rules about the session file: its people, its dates, its documents and their outlines."""

from collections import Counter
from collections.abc import Iterator, Sequence

from council_report.checks.case import Case, box_rows
from council_report.checks.rule import Problem, meant, rule, to_add
from council_report.model.language import Language
from council_report.model.location import Path
from council_report.model.message import Message
from council_report.model.session_texts import SessionRendition


@rule("session-dates", "error", "desk")
def session_dates(case: Case) -> Iterator[Problem]:
    """The session closes before it opens."""
    session = case.desk.session
    if session.closes < session.opens:
        message = Message(
            "the session closes on {closes}, before it opens on {opens}",
            closes=session.closes,
            opens=session.opens,
        )
        yield Problem(case.in_session("closes"), message, Message("Correct one of the two days."))


@rule("session-year", "error", "desk")
def session_year(case: Case) -> Iterator[Problem]:
    """The year of a session is not the one in its code and in its days."""
    session = case.desk.session
    years = {
        "code": 2000 + int(session.code[1:]),
        "year": session.year,
        "opens": session.opens.year,
    }
    year, agreeing = Counter(years.values()).most_common(1)[0]
    named = ["code"] if agreeing == 1 else [key for key in years if years[key] == year]
    for key, value in years.items():
        if value != year:
            message = _other_year(key, f"{value:04}", named, year)
            yield Problem(case.in_session(key), message, Message("Make the years agree."))
    if session.closes.year > max(year, session.opens.year) + 1:
        message = Message(
            "the session closes on {closes}, years after {year}", closes=session.closes, year=year
        )
        yield Problem(case.in_session("closes"), message, Message("Correct the day."))


def _other_year(key: str, written: str, agreeing: Sequence[str], year: int) -> Message:
    """What to say of a year that is not the one of one or two other keys."""
    if len(agreeing) == 1:
        return Message(
            "'{key}' is of the year {written}, '{other}' of {year}",
            key=key,
            written=written,
            other=agreeing[0],
            year=year,
        )
    return Message(
        "'{key}' is of the year {written}, '{first}' and '{second}' of {year}",
        key=key,
        written=written,
        first=agreeing[0],
        second=agreeing[1],
        year=year,
    )


@rule("session-duplicate", "error", "desk")
def session_duplicate(case: Case) -> Iterator[Problem]:
    """Two things of the same sort have the same key."""
    for keys, way, end in _key_lists(case):
        first: dict[str, int] = {}
        for index, key in enumerate(keys):
            if first.setdefault(key, index) == index:
                continue
            line = case.in_session(*way, first[key], *end).line
            message = Message("'{key}' is here twice, first on line {line}", key=key, line=line)
            remedy = Message("Give one of the two another key, or delete it.")
            yield Problem(case.in_session(*way, index, *end), message, remedy)


def _key_lists(case: Case) -> Iterator[tuple[Sequence[str], Path, Path]]:
    """Every list of the session file whose keys must differ, the way to it, and to each key."""
    session = case.desk.session
    yield [one.key for one in session.deadlines], ("deadlines",), ("key",)
    yield [one.key for one in session.officials], ("officials",), ("key",)
    yield [one.key for one in session.contributors], ("contributors",), ("key",)
    yield [one.kind for one in session.documents], ("documents",), ("kind",)
    for number, plan in enumerate(session.documents):
        at = ("documents", number)
        yield plan.languages, (*at, "languages"), ()
        yield [section.key for section in plan.outline], (*at, "outline"), ("key",)
        for index, section in enumerate(plan.outline):
            yield section.contributors, (*at, "outline", index, "contributors"), ()


@rule("section-in-box", "error", "desk")
def section_in_box(case: Case) -> Iterator[Problem]:
    """A section of the outline has the key of a row of the box."""
    for number, plan in enumerate(case.desk.session.documents):
        kind = case.desk.kinds.get(plan.kind)
        rows = box_rows(kind) if kind else ()
        for index, section in enumerate(plan.outline):
            if section.key in rows:
                place = case.in_session("documents", number, "outline", index, "key")
                message = Message(
                    "'{key}' is a row of the box of the {kind} as well",
                    key=section.key,
                    kind=plan.kind,
                )
                yield Problem(place, message, Message("Give the section another key."))


@rule("contributor-unknown", "error", "desk")
def contributor_unknown(case: Case) -> Iterator[Problem]:
    """An outline or a box is owed by somebody who is not among the contributors."""
    known = [contributor.key for contributor in case.desk.session.contributors]
    for key, way in _names_of_contributors(case):
        if key not in known:
            message = Message("'{key}' is not among the contributors of the session", key=key)
            yield Problem(case.in_session(*way), message, meant(key, known))


def _names_of_contributors(case: Case) -> Iterator[tuple[str, Path]]:
    for number, plan in enumerate(case.desk.session.documents):
        yield plan.box_from, ("documents", number, "box_from")
        for index, section in enumerate(plan.outline):
            for position, key in enumerate(section.contributors):
                way = ("documents", number, "outline", index, "contributors", position)
                yield key, way


@rule("official-unknown", "error", "desk")
def official_unknown(case: Case) -> Iterator[Problem]:
    """The author of a document is not among the officials."""
    known = [official.key for official in case.desk.session.officials]
    for number, plan in enumerate(case.desk.session.documents):
        if plan.author and plan.author not in known:
            place = case.in_session("documents", number, "author")
            message = Message(
                "'{author}' is not among the officials of the session", author=plan.author
            )
            yield Problem(place, message, meant(plan.author, known))


@rule("kind-unknown", "error", "desk")
def kind_unknown(case: Case) -> Iterator[Problem]:
    """A document is of a kind that no file describes."""
    for number, plan in enumerate(case.desk.session.documents):
        if plan.kind not in case.desk.kinds:
            place = case.in_session("documents", number, "kind")
            file = case.in_template("kinds", plan.kind).file
            message = Message(
                "there is no kind '{kind}': {file} is missing", kind=plan.kind, file=file
            )
            yield Problem(place, message, meant(plan.kind, case.desk.kinds))


@rule("catalogue-missing", "error", "desk")
def catalogue_missing(case: Case) -> Iterator[Problem]:
    """A document is planned in a language that has no labels."""
    for number, plan in enumerate(case.desk.session.documents):
        for index, language in enumerate(plan.languages):
            if language not in case.desk.catalogues:
                place = case.in_session("documents", number, "languages", index)
                file = case.in_template("labels", language).file
                message = Message(
                    "there are no labels in '{language}': {file} is missing",
                    language=language,
                    file=file,
                )
                remedy = Message("Write that file, or take the language out.")
                yield Problem(place, message, remedy)


@rule("session-untranslated", "warning", "desk")
def session_untranslated(case: Case) -> Iterator[Problem]:
    """A text of the session file that is printed is missing in a language of a document."""
    missing: dict[Path, list[Language]] = {}
    for one in case.desk.renditions:
        if one.rendition.state == "missing" and _is_printed(one, case):
            missing.setdefault(one.way, []).append(one.language)
    for way, languages in missing.items():
        message = Message("this text is missing in: {languages}", languages=", ".join(languages))
        yield Problem(case.in_session(*way), message, to_add(languages))


def _is_printed(one: SessionRendition, case: Case) -> bool:
    """Whether documents print a text of the session file in its language."""
    if one.way[0] == "documents":
        plan = case.desk.session.documents[int(one.way[1])]
        return one.language in plan.languages and one.way[-1] != "name"
    return one.way[0] != "deadlines"
