"""The words of forms: names of fields, sheets, statuses and kinds, and the guidance on them."""

from collections.abc import Iterator, Mapping

from council_report.model.contribution import KIND_WORDS, STATUS_WORDS
from council_report.model.form import FIELD_WORDS, FormWords
from council_report.model.message import Message, Wording, listed

SHEETS: Mapping[str, Message] = {
    "entries": Message("Entries"),
    "instructions": Message("Instructions"),
    "lists": Message("Lists"),
}


def form_words(wording: Wording) -> FormWords:
    """The words of forms in the language of a wording."""
    return FormWords(
        fields={key: word.said(wording) for key, word in FIELD_WORDS.items()},
        sheets={key: word.said(wording) for key, word in SHEETS.items()},
        statuses={key: word.said(wording) for key, word in STATUS_WORDS.items()},
        kinds={key: word.said(wording) for key, word in KIND_WORDS.items()},
        prompts={key: prompt.said(wording) for key, prompt in prompts().items()},
    )


def word_guidance(words: FormWords, folder: str) -> Iterator[Message]:
    """How to fill in the Word form."""
    yield Message(
        "Change what has changed, delete what no longer holds, and write new paragraphs or "
        "bullets where they belong. What you leave as it is will be marked as unchanged."
    )
    yield Message(
        "Keep the headings as they are: they tell us where your text goes. Do not write into the "
        "shaded lines."
    )
    yield Message(
        "The small line under a text holds its details. Correct it, or write one under a new text, "
        "such as “{example}”.",
        example=_example(words),
    )
    yield Message(
        "“{dates}” are written 2026-03-31, 2026-03 or 2026, and a period 2026-03-01/2026-03-05; "
        "“{countries}” by their two letters, such as KR. What “{mandates}” stand for is said at "
        "the end of the form. Several are separated by a semicolon.",
        dates=words.fields["dates"],
        countries=words.fields["countries"],
        mandates=words.fields["mandates"],
    )
    yield _about_status(words)
    yield _about_sending(folder)


def excel_instructions(words: FormWords, folder: str) -> Iterator[Message]:
    """How to fill in the Excel form."""
    fields = words.fields
    yield Message(
        "On the sheet “{sheet}”, each row is one paragraph, bullet or table. Change what has "
        "changed, and write new ones into the empty rows below. What you leave as it is will be "
        "marked as unchanged.",
        sheet=words.sheets["entries"],
    )
    yield Message(
        "To take an entry out, empty all the cells of its row that can be changed. Leave the "
        "column “{id}” of a new row empty.",
        id=fields["id"],
    )
    yield Message(
        "In the column “{text}”, *words* are printed in italics, **words** in bold, "
        "^words^ raised, and [words](https://www.itu.int) as a link.",
        text=fields["text"],
    )
    yield Message(
        "A table has its caption in the column “{text}”, and in the column “{table}” the name of "
        "the sheet that holds its rows.",
        text=fields["text"],
        table=fields["table"],
    )
    yield Message(
        "“{dates}” are written 2026-03-31, and a period 2026-03-01/2026-03-05. Put an apostrophe "
        "before a month or a year alone, '2026-03: Excel would make a day of it. “{countries}” are "
        "written by their two letters, such as KR. Several are separated by a semicolon.",
        dates=fields["dates"],
        countries=fields["countries"],
    )
    yield _about_status(words)
    yield _about_sending(folder)


def prompts() -> Mapping[str, Message]:
    """What Excel says beside a cell of a field."""
    several = Message("Choose one, or write several with a semicolon between them.")
    return {
        "dates": Message(
            "A day: 2026-03-31. A month or a year, with an apostrophe before it: '2026-03. "
            "A period: 2026-03-01/2026-03-05. Several are separated by a semicolon."
        ),
        "as_of": Message(
            "A day: 2026-03-31. A month or a year, with an apostrophe before it: '2026-03."
        ),
        "mandates": several,
        "countries": several,
    }


def statistics_guidance() -> Message:
    """How numbers are given."""
    return Message(
        "Numbers that texts quote are given once in the table of statistics; a text quotes one by "
        "its key in double square brackets, such as [[un-partners]]."
    )


def lists_note() -> Message:
    """What the sheet of lists is for."""
    return Message("The drop-down lists of this form are kept here. Nothing is to be filled in.")


def _example(words: FormWords) -> str:
    status = words.said("status", words.statuses["planned"])
    return f"{status} · {words.said('dates', '2026-03-31')}"


def _about_status(words: FormWords) -> Message:
    return Message(
        "“{status}” is one of: {statuses}.",
        status=words.fields["status"],
        statuses=listed(words.statuses.values()),
    )


def _about_sending(folder: str) -> Message:
    return Message(
        "Save the form under a name of your choice and put it into the folder {folder}. Within "
        "seconds, an answer appears in the folder receipts beside it.",
        folder=folder,
    )
