"""What reviewers are given beside the documents: comments in Word, and the review page."""

from collections.abc import Mapping, Sequence

from council_report.comparison.page.page import review_page
from council_report.model.change import DraftName
from council_report.model.contribution import Statistic
from council_report.model.desk import Desk
from council_report.model.draft import CHANGES, REVIEW_PAGE, Manifest
from council_report.model.earlier import News, news_of
from council_report.model.noun import Noun
from council_report.model.review import Base, Review
from council_report.rendering.review import review_edition
from flows.drafting import Rendered
from flows.gathering import Gathered
from flows.manifest import Made
from flows.ordering import Order


def statistics_of(gathered: Gathered) -> tuple[Statistic, ...]:
    """The statistics that were defined, each once, its unit in all languages that were sent."""
    defined: dict[str, Statistic] = {}
    for contribution in gathered.contributions:
        for one in contribution.statistics if not contribution.set_aside else ():
            first = defined.get(one.key, one)
            defined[one.key] = first.model_copy(update={"unit": one.unit | first.unit})
    return tuple(defined.values())


def annotated(desk: Desk, gathered: Gathered, rendered: Sequence[Rendered]) -> tuple[Rendered, ...]:
    """The review edition of each document: the same, with comments."""
    return tuple(_annotated(desk, gathered, one) for one in rendered)


def _annotated(desk: Desk, gathered: Gathered, one: Rendered) -> Rendered:
    word = review_edition(one.word, one.document, desk, gathered.contributions, gathered.findings)
    return Rendered(one.document, word, "review")


def data_file(noun: Noun) -> bytes:
    """A noun as a file for programs: without what is as it would be anyway."""
    return f"{noun.model_dump_json(exclude_defaults=True)}\n".encode()


def closing_files(
    desk: Desk, gathered: Gathered, made: Made, order: Order, manifest: Manifest
) -> Mapping[str, bytes]:
    """The files of a draft that speak of it by its number, which the manifest has by now."""
    name = manifest.known_as
    bases = tuple(_of(one, name) for one in made.bases)
    review = Review(
        name=name,
        session=desk.session,
        plan=order.plan,
        mandates=desk.mandates,
        manifest=manifest,
        content=made.content,
        findings=gathered.findings,
        bases=bases,
        news=_news(desk, gathered),
    )
    files = {REVIEW_PAGE: review_page(review, desk.messages)}
    changes = next((one.changes for one in bases if one.changes), None)
    return files | ({CHANGES: data_file(changes)} if changes else {})


def _of(base: Base, name: DraftName) -> Base:
    """The base with changes that lead to the draft of this name."""
    if base.changes is None:
        return base
    return base.model_copy(update={"changes": base.changes.model_copy(update={"new": name})})


def _news(desk: Desk, gathered: Gathered) -> dict[str, News]:
    """What each entry is, measured by the session before; nothing where there was none."""
    if not desk.earlier:
        return {}
    news = {}
    for contribution in gathered.contributions:
        for entry in contribution.entries if not contribution.set_aside else ():
            earlier = desk.sent_earlier(contribution.contributor, entry.id)
            key = f"{contribution.contributor}/{entry.id}"
            news[key] = news_of(entry, earlier.entry if earlier else None)
    return news
