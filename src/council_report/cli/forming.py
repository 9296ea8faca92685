"""Which forms are asked for."""

from council_report.errors import UsageError
from council_report.model.form import FormFormat
from council_report.model.language import Language
from flows.forming import FormRequest


def form_request(
    session: str,
    contributor: str | None,
    everybody: bool,
    language: Language | None,
    form_format: FormFormat,
    start: str | None,
) -> FormRequest:
    """The request of a command; UsageError unless it names one contributor or asks for all."""
    if everybody == (contributor is not None):
        raise UsageError(
            "It is not clear whose form is wanted.",
            "Name a contributor, such as itu-t, or ask for everybody's with --all.",
        )
    return FormRequest(
        session=session,
        contributor=contributor,
        language=language,
        format=form_format,
        start=start,
    )
