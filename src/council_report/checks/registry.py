"""The rules of this room, and the three occasions on which they are asked."""

from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType

from council_report.checks import (
    amendments,
    budgets,
    catalogues,
    contested,
    contributors,
    earlier,
    entries,
    parity,
    patterns,
    sessions,
    statistics,
    structure,
    tables,
    translated,
    translations,
    typography,
)
from council_report.checks.case import Case
from council_report.checks.rule import Rule, Scope
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.finding import Finding

MODULES = (
    sessions,
    catalogues,
    patterns,
    entries,
    tables,
    earlier,
    contested,
    contributors,
    statistics,
    amendments,
    translations,
    translated,
    parity,
    structure,
    typography,
    budgets,
)


def _rules_in(module: ModuleType) -> Iterator[Rule]:
    return (value for value in vars(module).values() if isinstance(value, Rule))


RULES: tuple[Rule, ...] = tuple(rule for module in MODULES for rule in _rules_in(module))
"""Every rule, in the order in which the rules are asked."""


def check_desk(desk: Desk) -> tuple[Finding, ...]:
    """What is wrong with a desk; with an error there, no document can be made at all."""
    return _ask("desk", Case(desk))


def check_contribution(desk: Desk, contribution: Contribution) -> Contribution:
    """A contribution with what is wrong with it by itself; an error sets it aside."""
    return with_findings(contribution, _ask("contribution", Case(desk, (contribution,))))


def check_session(
    desk: Desk, contributions: Sequence[Contribution]
) -> tuple[tuple[Contribution, ...], tuple[Finding, ...]]:
    """The contributions with what is wrong between them, and what is wrong in no file of theirs.

    A file that is set aside here may leave others quoting what nobody defines any more, so the
    rules are asked again until no more files are.
    """
    judged, found = tuple(contributions), dict[Finding, None]()
    while True:
        found |= dict.fromkeys(_ask("session", Case(desk, judged)))
        before = [one.set_aside for one in judged]
        judged = tuple(with_findings(one, found) for one in contributions)
        if [one.set_aside for one in judged] == before:
            break
    files = {contribution.file for contribution in contributions}
    return judged, tuple(finding for finding in found if finding.location.file not in files)


def with_findings(contribution: Contribution, findings: Iterable[Finding]) -> Contribution:
    """A contribution with those of the findings that stand in its file added to its own."""
    own = [finding for finding in findings if finding.location.file == contribution.file]
    return contribution.model_copy(update={"findings": (*contribution.findings, *own)})


def _ask(scope: Scope, case: Case) -> tuple[Finding, ...]:
    """What the rules of a scope find."""
    return tuple(
        finding for rule in RULES if rule.scope == scope for finding in rule.findings(case)
    )
