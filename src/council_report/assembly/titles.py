"""The texts of the session file as a document shows them: marked where a translation is wanting."""

from council_report.assembly.wording import Wording
from council_report.model.desk import Desk
from council_report.model.language import nearest_language
from council_report.model.session import DocumentPlan
from council_report.model.session_texts import session_texts
from council_report.model.text import one_line
from council_report.typography.fixing import set_line


class Titles:
    """The texts of a session in the language of a wording, by the way to them."""

    def __init__(self, desk: Desk, plan: DocumentPlan, wording: Wording) -> None:
        self.wording = wording
        self.language = wording.catalogue.language
        self.original = plan.original_language
        self.texts = {one.way: one.texts for one in session_texts(desk.session)}
        self.outdated = {
            one.way
            for one in desk.renditions
            if (one.language, one.rendition.state) == (self.language, "outdated")
        }

    def say(self, *way: str | int, capitals: bool = False) -> str:
        """The text at a place of the session file, on one line; KeyError if there is none.

        In another language where it is not translated, and then marked, as it is where it is out of
        date.
        """
        texts = self.texts[way]
        spoken = nearest_language(texts, self.language, self.original)
        words = set_line(one_line(texts[spoken]), spoken)
        words = words.upper() if capitals else words
        if self.language not in texts:
            return self.wording.say("untranslated", text=words)
        return self.wording.say("outdated", text=words) if way in self.outdated else words
