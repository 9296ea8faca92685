"""Rules about length: what is longer than the secretariat wants it, which never blocks."""

from collections import Counter
from collections.abc import Iterator

from council_report.checks.case import Case
from council_report.checks.rule import Problem, rule
from council_report.model.amending import Layer
from council_report.model.contribution import Identity
from council_report.model.language import LANGUAGE_NAMES, Language
from council_report.model.length import count_words
from council_report.model.message import Message
from council_report.model.session import Key
from council_report.model.text import Text, parse_text

TO_SHORTEN = Message("Have it shortened, or move a part of it to an INF document.")


@rule("section-over-budget", "warning", "session")
def section_over_budget(case: Case) -> Iterator[Problem]:
    """A section has more words than its budget allows, in a language of its document."""
    for number, layer in enumerate(case.layers):
        if not any(section.budget for section in layer.plan.outline):
            continue
        for language in layer.plan.languages:
            words = _words_by_section(layer, language)
            for index, section in enumerate(layer.plan.outline):
                most = section.budget.words if section.budget else None
                if most and words[section.key] > most:
                    message = Message(
                        "'{section}' has {words} words in {language}, and a budget of {budget}",
                        section=section.key,
                        words=words[section.key],
                        language=LANGUAGE_NAMES[language],
                        budget=most,
                    )
                    way = ("documents", number, "outline", index, "budget", "words")
                    yield Problem(case.in_session(*way), message, TO_SHORTEN)


@rule("document-over-budget", "warning", "session")
def document_over_budget(case: Case) -> Iterator[Problem]:
    """What was sent for a document has more words than its budget allows, in one of its languages.

    Its pages are known only once it is printed.
    """
    for number, layer in enumerate(case.layers):
        most = layer.plan.budget.words if layer.plan.budget else None
        for language in layer.plan.languages if most else ():
            words = _words_by_section(layer, language).total()
            if most and words > most:
                message = Message(
                    "the {kind} has {words} words in {language}, and a budget of {budget}",
                    kind=layer.plan.kind,
                    words=words,
                    language=LANGUAGE_NAMES[language],
                    budget=most,
                )
                place = case.in_session("documents", number, "budget", "words")
                yield Problem(place, message, TO_SHORTEN)


def _words_by_section(layer: Layer, language: Language) -> Counter[Key]:
    """How many words the document will print of what was sent, by section and row of the box."""
    words: Counter[Key] = Counter()
    for identity, section in layer.sections.items():
        if identity not in layer.removed:
            words[section] += _words(layer, identity, language)
    return words


def _words(layer: Layer, identity: Identity, language: Language) -> int:
    said = layer.said(identity, language)
    cells = (cell for row in said.rows or () for cell in row)
    return sum(count_words(_read(parse_text(text))) for text in (said.text, *cells))


def _read(text: Text) -> str:
    """A text with a word in the place of each number that it quotes."""
    return "".join("0" if run.statistic else run.text for run in text)
