"""Changes between drafts, as the console shows them.

Removed words stand in [-…-] and added ones in [+…+], so that they can be told without colours.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.text import Text

from council_report.cli.diffing import Difference
from council_report.cli.show import console, to_json, written
from council_report.cli.stored import headings_of
from council_report.comparison.counting import count_by_kind
from council_report.comparison.tokens import FROM_THE_RIGHT
from council_report.comparison.words import told_apart
from council_report.model.change import Change, ChangeKind, Changes, Passage, Piece, StatisticChange
from council_report.model.contribution import Statistic
from council_report.model.document import Details
from council_report.model.draft import Redline
from council_report.model.language import Language
from council_report.model.location import shortened
from council_report.model.session import Key
from council_report.model.text import plain

AROUND = 40
"""How many characters of unchanged words are shown on either side of a change."""

MARKS = {"removed": ("[-", "-]", "red"), "added": ("[+", "+]", "green")}

LINES = {
    "header.session": "the line with the session",
    "header.place_and_dates": "the line with place and dates",
    "header.agenda_item": "the line with the agenda item",
    "header.symbol": "the line with the document's symbol",
    "header.date": "the line with the date",
    "header.original": "the line with the original language",
    "author": "the line with the author",
    "title": "the title",
}

FROM_HERE_LEFTWARDS, UP_TO_HERE = "\u2067", "\u2069"
"""What Unicode calls the right-to-left isolate: it takes no room."""

Headings = Mapping[Key, str]


def difference(what: Difference, *, as_json: bool) -> None:
    """A comparison: per language how much of each kind, then every change; then the files."""
    if as_json:
        to_json({"changes": what.changes, "redlines": what.redlines, "files": what.files})
        return
    changes = what.changes
    old = "" if changes.old.session == changes.new.session else f"{changes.old.session} "
    console.print(
        f"[bold]{old}{changes.old.folder} → {changes.new.folder}[/]"
        f" of the {changes.new.session} {changes.new.kind}"
    )
    for one in changes.languages:
        document = what.content.document(one.language)
        _language(one.language, one.changes, headings_of(document) if document else {})
    _only_in_one(changes)
    _statistics(changes.statistics)
    for redline in what.redlines:
        _redline(redline)
    console.print("\nWritten:")
    for path in what.files:
        written(path)


def counted(counts: Mapping[ChangeKind, int]) -> str:
    """How many changes there are of each kind: ``2 reworded, 1 added``."""
    return ", ".join(f"{count} {kind}" for kind, count in counts.items() if count) or "no change"


def _language(language: Language, changes: Sequence[Change], headings: Headings) -> None:
    console.print(f"\n[bold]{language}[/]  {counted(count_by_kind(changes))}")
    for change in changes:
        _change(change, headings)


def _change(change: Change, headings: Headings) -> None:
    passage = change.new or change.old
    if passage is None:
        return
    where = headings.get(passage.section, passage.section) if passage.section else ""
    who = _who(change)
    known = " · ".join(part for part in (shortened(where), who, named(change.key)) if part)
    console.print(Text.assemble("  ", (", ".join(change.kinds), "bold"), f"  {known}"))
    for line in _said(change):
        console.print(Text("      ").append_text(isolated(line)))


def named(key: str) -> str:
    """What a passage is called: an entry by its id, a line above the box by what it says."""
    part, _, name = key.partition(" ")
    if part == "line":
        return LINES.get(name, key)
    if part == "placeholder":
        return f"awaited from {name.partition('/')[0]}"
    return f"the label of {name}" if part == "label" else key


def _who(change: Change) -> str:
    names = [one.contributor for one in (change.old, change.new) if one and one.contributor]
    return " → ".join(dict.fromkeys(names))


def _said(change: Change) -> Iterator[Text]:
    """What a change says: the words, the cells, where it has gone, what else is known of it."""
    if change.old is None or change.new is None:
        operation = "added" if change.new else "removed"
        passage = change.new or change.old
        if passage:
            yield from _whole(passage, operation)
        return
    if change.words:
        yield changed_words(change.words)
    elif "moved" in change.kinds:
        yield Text(shortened(_line(change.new)))
    for cell in change.cells:
        yield Text(f"row {cell.row}, column {cell.column}: ").append_text(changed_words(cell.words))
    if "moved" in change.kinds:
        yield Text(f"now after {named(change.after)}" if change.after else "now the first of all")
    for name, (old, new) in _facts(change.old, change.new).items():
        if old != new:
            yield Text(f"{name}: {old or 'none'} → {new or 'none'}")


def _facts(old: Passage, new: Passage) -> dict[str, tuple[str, str]]:
    """What is known of a passage beside its words, in the old and in the new draft."""
    olds, news = (one.details or Details() for one in (old, new))
    return {
        "contributor": (old.contributor or "", new.contributor or ""),
        "kind": (old.kind, new.kind),
        "table": (_shape(old), _shape(new)),
        **{name: (_fact(olds, name), _fact(news, name)) for name in Details.model_fields},
    }


def _shape(passage: Passage) -> str:
    rows = passage.rows
    return f"{len(rows)} rows, {max(map(len, rows))} columns" if rows else ""


def _fact(details: Details, name: str) -> str:
    value = getattr(details, name)
    return ", ".join(value) if isinstance(value, tuple) else value or ""


def _whole(passage: Passage, operation: str) -> Iterator[Text]:
    yield marked(operation, _line(passage))
    for row in passage.rows:
        yield marked(operation, " | ".join(plain(cell) for cell in row))


def _line(passage: Passage) -> str:
    words = plain(passage.text)
    return f"{passage.marker} {words}" if passage.marker else words


def changed_words(pieces: Sequence[Piece]) -> Text:
    """Words with their changes; of long stretches that are the same only what is around these."""
    text = Text()
    for number, piece in enumerate(told_apart(pieces)):
        if piece.operation == "same":
            text.append(_shown(piece.text, number == 0, number == len(pieces) - 1))
        else:
            text.append_text(marked(piece.operation, piece.text))
    return text


def _shown(words: str, is_first: bool, is_last: bool) -> str:
    if is_first:
        return words if len(words) <= AROUND else f"…{words[-AROUND:]}"
    if is_last:
        return words if len(words) <= AROUND else f"{words[:AROUND]}…"
    return words if len(words) <= 2 * AROUND else f"{words[:AROUND]} … {words[-AROUND:]}"


def marked(operation: str, words: str) -> Text:
    """Words that were removed or added, between their signs."""
    before, after, colour = MARKS[operation]
    return Text(f"{before}{words}{after}", style=colour)


def isolated(line: Text) -> Text:
    """A line that a terminal shows from right to left, where it holds words that read so."""
    if not FROM_THE_RIGHT.search(line.plain):
        return line
    return Text(FROM_HERE_LEFTWARDS).append_text(line).append(UP_TO_HERE)


def _only_in_one(changes: Changes) -> None:
    for languages, draft in (
        (changes.languages_added, changes.new),
        (changes.languages_removed, changes.old),
    ):
        if languages:
            console.print(f"\nOnly in {draft.folder}, and not compared: {', '.join(languages)}")


def _statistics(changes: Iterable[StatisticChange]) -> None:
    for number, one in enumerate(changes):
        if not number:
            console.print("\n[bold]Statistics[/]")
        console.print(Text(f"  {one.key}: {_number(one.old)} → {_number(one.new)}"))


def _number(statistic: Statistic | None) -> str:
    if statistic is None:
        return "not defined"
    as_of = f", as of {statistic.as_of}" if statistic.as_of else ""
    return f"{statistic.value}{as_of} ({statistic.source})"


def _redline(redline: Redline) -> None:
    if redline.problem:
        console.print(f"\n[bold red]The redline in {redline.language} is refused:[/] ", end="")
        console.print(redline.problem, markup=False)
