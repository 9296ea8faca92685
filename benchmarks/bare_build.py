"""The work of a build and nothing else: docxtpl once a language, then one soffice process.

``python -m benchmarks.bare_build`` uses the project's own templates, with the texts of the
sample session written out beforehand to ``texts.json`` in the folder named, and the filter for
the same kind of PDF.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from docxtpl import DocxTemplate


def main(folder: Path, pdf_filter: str) -> None:
    """Render every document, then convert all of them, in a fresh profile as ours is."""
    contexts = json.loads((folder / "texts.json").read_text("utf-8"))
    names = []
    for number, context in enumerate(contexts):
        word = DocxTemplate(folder / "report.docx")
        word.render(context, autoescape=True)
        names.append(f"{number}.docx")
        word.save(folder / names[-1])
    with tempfile.TemporaryDirectory() as profile:
        place = f"-env:UserInstallation={Path(profile).as_uri()}"
        subprocess.run(
            ["soffice", place, "--headless", "--convert-to", pdf_filter, *names],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
