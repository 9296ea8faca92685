"""The review page of a draft: one file of HTML that loads nothing, in several languages."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from council_report.comparison.page import marking, reverse, state, words
from council_report.comparison.page.bases import choices
from council_report.comparison.page.facts import Teller
from council_report.comparison.page.names import contributor_names, draft_name, section_names
from council_report.comparison.page.showing import Showing
from council_report.comparison.page.traced import Traced
from council_report.comparison.page.views import traced_documents, views_of
from council_report.comparison.page.voices import Voices, direction, own_name
from council_report.model.finding import count_by_severity
from council_report.model.language import Language
from council_report.model.message import Message, Wording
from council_report.model.review import Review
from council_report.model.text import parse_text
from council_report.pages.policy import policy
from council_report.pages.speech import quoted
from council_report.pages.visible import visible

UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What could end a script, or a line in it, as JSON writes it otherwise."""

NAMED = ("CHANGES", "COUNTED", "EDITIONS", "NEWS", "SEVERITIES", "STATES", "STATUSES")
"""The words that templates look up by what they are about."""


def review_page(review: Review, wordings: Mapping[Language, Wording]) -> bytes:
    """The review page, in UTF-8.

    It can be read in English, and in each language that there are wordings for: messages by
    template, as ``Desk.messages`` has them. The same review gives the same bytes.
    """
    voices = Voices(wordings)
    traced = traced_documents(review)
    mandates = reverse.mandate_ids(review, list(chain(*traced.values())))
    return (
        _environment()
        .get_template("page.html")
        .render(
            **_tools(voices),
            **Showing(review, voices, mandates).tools(),
            **_contents(review, voices, traced, mandates),
        )
        .encode("utf-8", "replace")
    )


def prepare() -> None:
    """Compile the templates ahead of need: that takes longer than to fill them in."""
    for asset in (files(__package__) / "templates").iterdir():
        if asset.name.endswith(".html"):
            _environment().get_template(asset.name)


def _contents(
    review: Review,
    voices: Voices,
    traced: Mapping[Language, tuple[Traced, ...]],
    mandates: Mapping[str, str],
) -> dict[str, object]:
    """Everything that the templates show."""
    bases = choices(review)
    views = views_of(review, traced, bases, mandates)
    main = traced[views[0].language] if views else ()
    sent = state.sent(review, main)
    missing, outdated = state.standing(traced, "missing"), state.standing(traced, "outdated")
    labels = state.provisional(review)
    sections = section_names(review)
    return {
        "review": review,
        "views": views,
        "bases": bases,
        "chosen": next((one for one in bases if one.is_chosen), None),
        "teller": Teller(voices, contributor_names(review), sections),
        "section_order": sections,
        "mandates": mandates,
        "sent": sent,
        "came": sum(any(not file.reason for file in one.files) for one in sent),
        "most_paragraphs": max((one.paragraphs for one in sent), default=0),
        "severities": count_by_severity(review.findings),
        "groups": state.weighed(review.findings),
        "deadlines": state.deadlines(review),
        "missing": missing,
        "missing_count": sum(map(len, missing.values())),
        "outdated": outdated,
        "outdated_count": sum(map(len, outdated.values())),
        "provisional": labels,
        "provisional_count": len({key for pairs in labels.values() for key, _ in pairs}),
        "title": visible(_title(review)),
        "data": _json(_data(review, voices, mandates)),
    }


def _title(review: Review) -> Message:
    session, number = review.session.code, review.name.draft
    return words.title(Message("{session}, draft {number}", session=session, number=number))


def _data(review: Review, voices: Voices, mandates: Mapping[str, str]) -> dict[str, object]:
    """What the script needs to know: its own words, and the mandates by what stands for them."""
    said = voices.plainly({**words.SCRIPTED, "title": _title(review)})
    return {
        "words": {
            language: {name: visible(one) for name, one in own.items()}
            for language, own in said.items()
        },
        "mandates": {number: visible(name) for name, number in mandates.items()},
    }


def _tools(voices: Voices) -> dict[str, object]:
    """What the templates say things with."""
    own: list[Callable[..., object]] = [
        direction, own_name, quoted, visible, draft_name, parse_text,
        marking.shown, marking.marked, marking.inserted, marking.deleted,
        words.counted_days, words.words_at_most, words.pages_at_most, words.texts_not_used,
        words.since,
    ]  # fmt: skip
    css, js = _asset("page.css"), _asset("page.js")
    return {
        **{one.__name__: one for one in own},
        "voices": voices,
        "say": voices.say,
        "words": words.WORDS,
        **{name: getattr(words, name) for name in NAMED},
        "each": map,
        "INSERTED": marking.INSERTED,
        "DELETED": marking.DELETED,
        "css": Markup(css),  # noqa: S704  It is our own.
        "js": Markup(js),  # noqa: S704  It is our own.
        "policy": policy(css, js),
    }


def _json(data: object) -> Markup:
    """Data as JSON that nothing in it can end."""
    text = json.dumps(data, ensure_ascii=False)
    for sign, written in UNSAFE.items():
        text = text.replace(sign, written)
    return Markup(text)  # noqa: S704  Nothing in it can be taken for HTML.


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(_template),
    )


def _template(name: str) -> str:
    """A template without its line breaks, which would be thousands of empty texts in the page."""
    return "".join(line.strip() for line in _asset(name).splitlines())


@cache
def _asset(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text("utf-8")
