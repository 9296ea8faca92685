"""A draft that was built, as the console shows it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from council_report.cli.show import STYLES, console, counted, list_findings, to_json
from council_report.model.draft import Draft, Face, Manifest, Product
from council_report.model.finding import count_by_severity

if TYPE_CHECKING:
    from flows.building import Outcome


def outcome(result: "Outcome", *, as_json: bool) -> None:
    """The findings of a build, then the draft's folder and files, and what is awaited."""
    if as_json:
        to_json(_as_dictionary(result))
        return
    list_findings(result.findings)
    if result.draft is None:
        console.print("[bold]No draft was written.[/] Mend the errors above, then build again.")
    else:
        _draft(result.draft, is_new=result.is_new)
    console.print(counted(count_by_severity(result.findings)))


def _as_dictionary(result: "Outcome") -> dict[str, Any]:
    draft = result.draft
    return {
        "folder": draft.folder if draft else None,
        "is_new": result.is_new,
        "manifest": draft.manifest if draft else None,
        "findings": result.findings,
        "counts": count_by_severity(result.findings),
    }


def _draft(draft: Draft, *, is_new: bool) -> None:
    manifest = draft.manifest
    news = "is written" if is_new else "is current: nothing has changed since it was built"
    console.print(f"[bold]{draft.name}[/] of the {manifest.session} {manifest.kind} {news}.")
    console.print(_near(Path(draft.folder)), markup=False)
    _products(manifest, "publication", "For publication:")
    _products(manifest, "review", "For reviewers, with comments:")
    _products(manifest, "page", "For reviewers, all on one page:")
    _redlines(manifest)
    console.print(_engine(manifest), markup=False)
    for gap in manifest.gaps:
        console.print(f"  awaited: {gap.contributor}, {gap.section} ({gap.reason})", markup=False)


def _products(manifest: Manifest, edition: Face, title: str) -> None:
    chosen = [product for product in manifest.products if product.edition == edition]
    if chosen:
        console.print(title)
    for product in chosen:
        console.print(f"  {product.file}  {_size(product)}".rstrip(), markup=False)


def _redlines(manifest: Manifest) -> None:
    """The redlines, and those that are refused, with the reason."""
    base = manifest.base
    if base is None:
        return
    session = "" if base.session == manifest.session else f"{base.session} "
    _products(manifest, "redline", f"Changes since {session}{base.folder}, verified:")
    for one in manifest.redlines:
        if one.problem:
            console.print(f"[{STYLES['warning']}]No redline in {one.language}:[/] ", end="")
            console.print(one.problem, markup=False)


def _near(path: Path) -> str:
    """A path as seen from the current folder, where that is shorter."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _size(product: Product) -> str:
    pages = product.pages and f"{product.pages} page{'' if product.pages == 1 else 's'}"
    words = product.words and f"{product.words} words"
    return ", ".join(part for part in (pages, words) if part)


def _engine(manifest: Manifest) -> str:
    if manifest.engine is None:
        return "No PDF was asked for."
    layout = "" if manifest.engine == "libreoffice" else " (its layout is not Word's)"
    return f"PDF by {manifest.tools[manifest.engine]}{layout}."
