"""Reviewers' copies on the console: what was taken in, what there is, what was accepted."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from council_report.cli.show import as_table, console, list_findings, to_json
from council_report.cli.show_changes import changed_words, isolated, marked
from council_report.comparison.feedback.counting import counted, number_of
from council_report.model.amendment import Amendment
from council_report.model.feedback import Feedback, Proposal, ReviewedFile, Unmapped
from council_report.model.language import LANGUAGE_NAMES
from council_report.model.location import shortened
from council_report.pages.visible import visible
from flows.feeding import Fed, Taken


def show_fed(fed: Fed, *, as_json: bool) -> None:
    """What came of each file and what was accepted, or else all that there is."""
    if as_json:
        to_json(_as_dictionary(fed))
        return
    for one in fed.taken:
        _taken(one, fed)
    for amendment in fed.added:
        _added(amendment)
    if fed.asked and not fed.added:
        console.print("Nothing to accept: it is among the amendments already.")
    if not fed.taken and not fed.asked:
        _everything(fed)
    _go_on(fed)
    if fed.feedback.files:
        console.print("See it all, entry by entry:")
        console.print(f"  {fed.folder / 'index.html'}", markup=False)


def _go_on(fed: Fed) -> None:
    """The call that comes next: to accept, or to build what was accepted."""
    call = f"{fed.wanted.session} --document {fed.wanted.kind}"
    proposals = (proposal for one in fed.taken for proposal in one.feedback.proposals)
    if fed.asked:
        console.print(f"In the next draft: council-report build {call}", markup=False)
    elif any(not one.obstacle and one.id not in fed.accepted for one in proposals):
        console.print(f"To accept: council-report feedback {call} --accept ID", markup=False)


def _as_dictionary(fed: Fed) -> dict[str, object]:
    return {
        "folder": str(fed.folder),
        "files": [
            {
                "file": one.file,
                "is_new": one.is_new,
                "is_ours": one.is_ours,
                "record": one.record,
                "findings": one.findings,
                "proposals": [proposal.id for proposal in one.feedback.proposals],
                "unmapped": len(one.feedback.unmapped),
            }
            for one in fed.taken
        ],
        "feedback": fed.feedback,
        "accepted": sorted(fed.accepted),
        "amendments": fed.added,
    }


def _taken(taken: Taken, fed: Fed) -> None:
    record = taken.record
    if record is None:
        console.print("[bold red]not taken in[/] ", end="")
        console.print(taken.file, markup=False)
        list_findings(taken.findings)
    elif record.draft is None or record.language is None:
        console.print("[yellow]a copy of no draft[/] ", end="")
        console.print(f"{taken.file}: all that it says is listed", markup=False)
    elif taken.is_ours:
        console.print("[green]untouched[/] ", end="")
        where = f"{record.draft.folder} in {LANGUAGE_NAMES[record.language]}"
        console.print(f"{taken.file}: the file of {where} as we made it", markup=False)
    elif not taken.is_new:
        console.print("[green]known[/] ", end="")
        console.print(f"{taken.file}: it was taken in before, nothing is new", markup=False)
    else:
        console.print("[green]taken in[/] ", end="")
        console.print(
            f"{taken.file}: a copy of {record.draft.folder} in {LANGUAGE_NAMES[record.language]},"
            f" saved by {visible(record.author)}; {_how_much(taken, record)}",
            markup=False,
        )
        if not taken.has_edits:
            return
        ids = {one.id for one in taken.feedback.proposals}
        _proposals([one for one in fed.feedback.proposals if one.id in ids], fed)
        _unmapped(taken.feedback.unmapped)


def _how_much(taken: Taken, record: ReviewedFile) -> str:
    if not taken.has_edits:
        return "nothing was edited in it"
    return f"{record.same} of {record.paragraphs} paragraphs read the same"


def _everything(fed: Fed) -> None:
    feedback: Feedback = fed.feedback
    if not feedback.files:
        console.print("Nobody has sent a copy yet.")
        return
    table = as_table("Copy", "Saved by", "Draft", "Language")
    for one in feedback.files:
        draft = one.draft.folder if one.draft else "none"
        language = LANGUAGE_NAMES[one.language] if one.language else ""
        table.add_row(Text(one.file), Text(one.author), draft, language)
    console.print(table)
    _proposals(feedback.proposals, fed)
    _unmapped(feedback.unmapped)


def _proposals(proposals: Sequence[Proposal], fed: Fed) -> None:
    console.print(f"  {counted(proposals)}")
    for one in proposals:
        state = " [green]accepted[/]" if one.id in fed.accepted else ""
        console.print(f"  [bold]{one.id}[/] {one.kind}{state} ", end="")
        after = "after " if one.new_kind and not one.obstacle else ""
        place = f"{after}{one.contributor}/{one.entry}{_cell(one)}"
        console.print(f"{place}, {_who(one)}", markup=False)
        said = _said(one)
        if said:
            console.print(Text("      ").append_text(isolated(said)))
        for note in _notes(one):
            console.print(f"      → {note}", markup=False)


def _cell(one: Proposal) -> str:
    return f", row {one.cell[0]}, column {one.cell[1]}" if one.cell else ""


def _said(one: Proposal) -> Text:
    """The words of a comment, the changed words of an edit, the first ones of what is moved."""
    if one.comment:
        return Text(visible(one.comment))
    if one.kind == "move":
        return Text(shortened("".join(piece.text for piece in one.words)))
    return changed_words(one.words)


def _who(one: Proposal | Unmapped) -> str:
    when = f", {one.when:%Y-%m-%d}" if one.when else ""
    return f"{visible(one.author)}{when}"


def _notes(one: Proposal) -> Iterable[str]:
    if one.matched == "similarity":
        yield f"mapped by what it says: {one.similarity:.0%} of the text is the same"
    if one.unquoted:
        yield (
            f"writes out a number that was quoted from a statistic ({', '.join(one.unquoted)}):"
            " it will not follow its source any more, and the other languages keep the number that"
            " the statistic has"
        )
    if one.everywhere:
        yield "a removal takes the text out in every language"
    if one.conflicts:
        yield f"in conflict with {', '.join(one.conflicts)}"
    if one.together:
        yield f"belongs together with {', '.join(one.together)}: accept them in one call"
    if one.obstacle:
        yield one.obstacle


def _unmapped(unmapped: Sequence[Unmapped]) -> None:
    if unmapped:
        count = number_of(len(unmapped), "edit or comment", "edits or comments")
        console.print(f"  [yellow]{count} at no text of a contributor[/]")
    for one in unmapped:
        said = Text(visible(f"  {_who(one)}, {one.place}: {one.comment}"))
        is_same = one.old == one.new
        if is_same:
            said.append(visible(one.new))
        for operation, words in (("removed", one.old), ("added", one.new)):
            if words and not is_same:
                said.append_text(marked(operation, visible(words)))
        console.print(said)
        console.print(f"      → {one.reason}", markup=False)


def _added(amendment: Amendment) -> None:
    entry = f"{amendment.contributor}/{amendment.entry}"
    after, where = "", f"in {LANGUAGE_NAMES[amendment.language]}"
    if amendment.action == "remove":
        where = "taken out in every language"
    elif amendment.action == "add":
        after = "after "
    console.print("[green]accepted[/] ", end="")
    said = f"{amendment.action} {after}{entry}, {where}, by {visible(amendment.by)}"
    console.print(said, markup=False)
