"""What a draft says, as data: kept in each draft, so that drafts can be compared."""

from council_report.model.contribution import Statistic
from council_report.model.document import Document
from council_report.model.language import Language
from council_report.model.noun import Noun


class Content(Noun):
    """The documents of a draft, one for each language, and the statistics they could quote."""

    documents: tuple[Document, ...]
    statistics: tuple[Statistic, ...] = ()

    def document(self, language: Language) -> Document | None:
        """The document in a language, or None where the draft does not have it."""
        return next((one for one in self.documents if one.language == language), None)
