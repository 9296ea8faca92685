"""Where those words of a document come from that no contributor has sent."""

from council_report.model.desk import Desk
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.session import DocumentPlan


class Sources:
    """The places, in the secretariat's own files, of the words of one document in one language."""

    def __init__(self, desk: Desk, plan: DocumentPlan, language: Language) -> None:
        self.desk = desk
        self.plan = plan
        self.language = language
        self.number = desk.session.documents.index(plan)

    def lines(self) -> dict[str, Location]:
        """Those of the lines above the box, by their names: each where a person would change it."""
        session = self.desk.session_file
        return {
            "header.session": self.desk.locate(session, "year"),
            "header.place_and_dates": self.desk.locate(session, "place", self.language),
            "header.agenda_item": self.planned("agenda_item"),
            "header.symbol": self.planned("number"),
            "header.date": self.planned("date"),
            "header.original": self.planned("original_language"),
            "author": self.planned("author"),
            "title": self.planned("title", self.language),
        }

    def planned(self, *path: str | int) -> Location:
        """That of a value in the plan of the document."""
        return self.desk.locate(self.desk.session_file, "documents", self.number, *path)

    def heading(self, section: str) -> Location:
        """That of the heading of a section, or of its plan where it has none."""
        keys = [one.key for one in self.plan.outline]
        if section not in keys:
            return self.planned("box_from")
        return self.planned("outline", keys.index(section), "title", self.language)

    def label(self, key: str) -> Location:
        """That of a label."""
        return self.desk.locate(self._file(f"labels/{self.language}.yaml"), "labels", key, "text")

    def box_row(self, row: int) -> Location:
        """That of a row of the box, counted from 0, in the kind of the document."""
        return self.desk.locate(self._file(f"kinds/{self.plan.kind}.yaml"), "box", row)

    def _file(self, ending: str) -> str:
        return next(file.name for file in self.desk.files if file.name.endswith(f"/{ending}"))
