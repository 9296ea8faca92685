"""A receipt as a page of HTML that loads nothing, runs nothing, and can be printed."""

from council_report.model.contribution import KIND_WORDS
from council_report.model.finding import alike
from council_report.model.message import Wording
from council_report.model.receipt import Receipt
from council_report.pages.assets import asset, template
from council_report.pages.policy import policy
from council_report.pages.speech import Speech, quoted
from council_report.pages.visible import visible
from council_report.rendering.receipts import words

FEW = 4
"""How many places are shown of one finding; the copy with comments has them all."""


def page(receipt: Receipt, wording: Wording, basis: str = "") -> bytes:
    """The page of a receipt, in UTF-8.

    ``wording`` are the messages of the receipt's language; without any, the page is in English and
    says so. What was answered can be read from ``<meta>``: ``council-report-digest``,
    ``council-report-verdict``, and ``council-report-basis``, which is written as given.
    """
    speech = Speech(receipt.language, wording)
    html = template(__package__, "receipt.html").render(
        receipt=receipt,
        groups=alike(receipt.findings),
        basis=basis,
        FEW=FEW,
        KIND_WORDS=KIND_WORDS,
        title=visible(words.title(receipt).said(wording)),
        css=asset(__package__, "receipt.css"),
        policy=policy(asset(__package__, "receipt.css")),
        speech=speech,
        say=speech.say,
        phrase=speech.phrase,
        quoted=quoted,
        words=words.WORDS,
        texts=words,
    )
    return html.encode("utf-8", "replace")
