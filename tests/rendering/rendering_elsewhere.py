"""A program that renders the document on its input with a template, and prints the digest."""

import hashlib
import sys
from pathlib import Path

from council_report.model.document import Document
from council_report.rendering.word import render_word

document = Document.model_validate_json(sys.stdin.buffer.read())
template, emblem = (Path(argument).read_bytes() for argument in sys.argv[1:])
data = render_word(document, template, "report.docx", emblem)
sys.stdout.write(hashlib.sha256(data).hexdigest())
