"""Rendering many paragraphs: our way, and with docxtpl alone.

``python -m benchmarks.loops ours|bare FOLDER`` prints the seconds that the work itself took.
"""

import gc
import io
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from docxtpl import DocxTemplate, RichText

from council_report.assembly.document import assemble
from council_report.model.document import Document
from council_report.model.text import Text
from council_report.rendering.context import word_context
from council_report.settings import find_workplace
from flows.drafting import draft_words
from flows.gathering import gather


def bare(document: Document, template: bytes) -> None:
    """Print the same paragraphs with docxtpl alone: the same template, docxtpl's own RichText."""
    word = DocxTemplate(io.BytesIO(template))
    relation = cache(word.build_url_id)
    word.render(word_context(document, lambda text: _rich(text, relation)), autoescape=True)
    word.save(io.BytesIO())


def _rich(text: Text, relation: Callable[[str], str]) -> RichText:
    rich = RichText()
    for run in text:
        address = relation(run.href) if run.href else None
        rich.add(
            run.text,
            bold=run.strong,
            italic=run.emphasis,
            superscript=run.superscript,
            url_id=address,
        )
    return rich


def main(way: str, folder: Path) -> None:
    """Prepare the input, then time the work."""
    gathered = gather(find_workplace(Path.cwd(), folder), "C25")
    desk = gathered.desk
    if desk is None:
        raise ValueError(gathered.findings)
    plan = desk.session.documents[0]
    document = assemble(desk, plan, gathered.contributions, "en")
    gc.disable()  # as the command does
    began = time.perf_counter()
    if way == "ours":
        draft_words(desk, plan, gathered.contributions, ["en"])
    else:
        bare(document, desk.templates[desk.kinds[plan.kind].template])
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
