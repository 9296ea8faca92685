"""Where words come from and where entries went, as the console shows it."""

from rich.text import Text

from council_report.cli.origins import Origin, Quoted
from council_report.cli.show import console, to_json
from council_report.cli.tracing import Stay, Traced
from council_report.model.contribution import Statistic
from council_report.model.location import shortened

SHORT = 12
LONGEST = 160
"""How many characters of a paragraph are shown."""


def traced(answer: Traced, *, as_json: bool) -> None:
    """Every paragraph with where it comes from, or every draft with where an entry stands in it."""
    if as_json:
        to_json(answer)
        return
    if not answer.found:
        _nothing(answer)
        return
    if answer.how == "nearest":
        console.print(f"No paragraph holds “{answer.asked}”. Nearest to it:\n", markup=False)
    for origin in answer.origins:
        _origin(origin)
    for stay in answer.stays:
        _stay(stay)
    if answer.gone_since:
        console.print(f"It is gone since {answer.gone_since}.")
    for fate in answer.fates:
        console.print(fate, markup=False)


def _nothing(answer: Traced) -> None:
    if answer.meant:
        console.print(
            f"There is no entry '{answer.asked}'. Did you mean '{answer.meant}'?", markup=False
        )
        return
    console.print(f"No paragraph holds “{answer.asked}”, or anything like it.", markup=False)
    console.print("Try fewer words, as they are printed, or another draft with --draft.")


def _origin(one: Origin) -> None:
    console.print(Text(f"{one.draft}, {one.language}, {_where(one)}", style="bold"))
    console.print(f"  “{shortened(one.text, LONGEST)}”", markup=False)
    for name, value in _known(one).items():
        if value:
            console.print(Text.assemble("  ", (f"{name:<12}", "cyan"), value))
    console.print()


def _where(one: Origin) -> str:
    if one.paragraph is None:
        return one.part.replace("header.", "header, ").replace("_", " ")
    section = f"“{one.heading}”" if one.heading else one.section
    return f"{one.part} {one.paragraph} of {section}"


def _known(one: Origin) -> dict[str, str]:
    place = f", {one.place}" if one.place else ""
    return {
        "file": f"{one.file}{place}",
        "digest": one.digest[:SHORT],
        "contributor": one.contributor or "",
        "entry": one.entry or "",
        "quotes": "; ".join(_quoted(quoted) for quoted in one.statistics),
        "mandates": ", ".join(one.mandates),
        "status": one.status or "",
        "dates": ", ".join(one.dates),
        "translated": one.translated,
        "amended by": "; ".join(one.amendments),
    }


def _quoted(one: Quoted) -> str:
    statistic: Statistic | None = one.statistic
    if statistic is None:
        return one.key
    unit = statistic.unit.get("en") or next(iter(statistic.unit.values()))
    as_of = f", as of {statistic.as_of}" if statistic.as_of else ""
    return f"{one.key}, {statistic.value} {unit}{as_of} ({statistic.source})"


def _stay(stay: Stay) -> None:
    if stay.problem:
        console.print(f"{stay.draft}  cannot be read: {stay.problem}", markup=False)
    elif not stay.places:
        console.print(f"{stay.draft}  not in it", markup=False)
    for one in stay.places:
        amended = f"  amended by {'; '.join(one.amendments)}" if one.amendments else ""
        console.print(
            f"{stay.draft}  {one.language}  {_where(one)}  {one.file}, {one.place}{amended}",
            markup=False,
        )
