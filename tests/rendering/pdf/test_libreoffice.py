"""LibreOffice prints what the Word document says, in time, and touches nothing else."""

import io
import os
import select
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import docx
import pikepdf
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from council_report.errors import RenderingError
from council_report.rendering.pdf import inspect, libreoffice

NAME = "S25-CL-C-XXXX!!MSW-E.docx"
HOSTILE = (
    'R&D <b> "q" ]]> {{ 7*7 }} {% for %} {_{ x }_} </w:t></w:r></w:p> é العربية 中文 U+2011 \u2011'
)


def squeezed(text: str) -> str:
    """The text without spaces: where lines break is no matter of content."""
    return "".join(text.split())


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a shell script in the place of LibreOffice."""

    def put(script: str) -> None:
        program = tmp_path / "soffice"
        program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        program.chmod(0o700)
        monkeypatch.setattr(libreoffice, "PROGRAM", str(program))

    return put


@pytest.fixture
def listener() -> Iterator[HTTPServer]:
    """A web server on this machine that remembers what it was asked for."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.server.asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the names are http.server's

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.asked = []
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def printed(make_word, report) -> dict[str, bytes]:
    """Several documents, printed in one call."""
    documents = {
        NAME: report,
        "hostile.docx": make_word(HOSTILE),
        "look-alike.docx": make_word("x\u02d7y"),
    }
    return libreoffice.convert(documents)


@pytest.mark.libreoffice
def test_several_documents_come_back_under_their_names(printed):
    """Each document of a call is printed, under the name it came with, in that order."""
    assert list(printed) == [NAME, "hostile.docx", "look-alike.docx"]
    assert "Conseil 2025" in inspect.text(printed[NAME])


@pytest.mark.libreoffice
def test_hostile_text_arrives_to_the_letter(printed):
    """Markup, template tags and other scripts in a text are printed as they are."""
    assert squeezed(HOSTILE) in squeezed(inspect.text(printed["hostile.docx"]))


@pytest.mark.libreoffice
def test_look_alike_of_the_non_breaking_hyphen_stays_itself(printed):
    """A document that has the stand-in for the non-breaking hyphen keeps it."""
    assert "x\u02d7y" in inspect.text(printed["look-alike.docx"])


@pytest.mark.libreoffice
def test_same_document_gives_the_same_bytes(report, tmp_path, monkeypatch):
    """Folder, time zone, locale and moment leave no trace in the PDF."""
    first = libreoffice.convert({NAME: report})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "C")

    assert libreoffice.convert({NAME: report}) == first


@pytest.mark.libreoffice
def test_pdf_is_tagged_and_has_language_and_title(printed):
    """A screen reader finds the structure, the language and the title of the document."""
    with pikepdf.open(io.BytesIO(printed[NAME])) as document, document.open_metadata() as metadata:
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == "fr-FR"
        assert metadata["dc:title"] == "RAPPORT SUR L'IA"
        assert metadata["pdfuaid:part"] == "1"


@pytest.mark.libreoffice
def test_continuation_pages_carry_number_and_short_reference(printed):
    """The first page has the Council's address at its foot, the second its number on top."""
    text = squeezed(inspect.text(printed[NAME]))

    assert inspect.pages(printed[NAME]) == 2
    assert text.index("www.itu.int/council") < text.index("\u20132\u2013C25/XX-F")


@pytest.mark.libreoffice
def test_picture_elsewhere_is_not_fetched(make_word, listener):
    """A picture that a document links to on the network is not asked for."""
    address = f"http://127.0.0.1:{listener.server_port}/picture.png"

    libreoffice.convert({NAME: make_word("Text", change=lambda word: add_link(word, address))})

    assert listener.asked == []


def add_link(word: Document, address: str) -> None:
    """Add a picture that is not in the document but linked to."""
    pixel = io.BytesIO(
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00"
        b",\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
    )
    shape = word.add_picture(pixel)
    blip = next(shape._inline.iter(qn("a:blip")))
    image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    del blip.attrib[qn("r:embed")]
    blip.set(qn("r:link"), word.part.relate_to(address, image, is_external=True))


@pytest.mark.libreoffice
def test_empty_result_is_an_error_that_names_the_document():
    """A PDF without a word in it is not taken for the document."""
    target = io.BytesIO()
    docx.Document().save(target)

    with pytest.raises(RenderingError, match=r"of S25-CL-C-XXXX!!MSW-E\.docx is empty"):
        libreoffice.convert({NAME: target.getvalue()})


@pytest.mark.libreoffice
def test_version_names_program_and_number():
    """The version is what LibreOffice calls itself."""
    assert libreoffice.version().startswith("LibreOffice ")


def test_no_document_needs_no_process(stand_in):
    """Nothing to print starts nothing."""
    stand_in("exit 1")

    assert libreoffice.convert({}) == {}


def test_all_documents_are_printed_by_one_process(make_word, stand_in, tmp_path):
    """LibreOffice is started once, however many documents there are."""
    starts = tmp_path / "starts"
    stand_in(f'echo "$@" >> {starts}')

    with pytest.raises(RenderingError):
        libreoffice.convert({"a.docx": make_word("A"), "b.docx": make_word("B")})
    (start,) = starts.read_text("utf-8").splitlines()
    assert start.endswith(" 0001.docx 0002.docx")


def test_success_without_a_file_is_an_error_that_names_the_document(make_word, stand_in):
    """Exit code 0 is not believed when there is no PDF; what was said is passed on."""
    stand_in("echo convert failed quietly")

    with pytest.raises(RenderingError, match=r"no PDF of S25-CL-C-XXXX!!MSW-E\.docx") as caught:
        libreoffice.convert({NAME: make_word("Text")})
    assert "convert failed quietly" in caught.value.hint


def test_failure_is_an_error_with_what_was_said(make_word, stand_in):
    """An exit code other than 0 ends the conversion; its message says which one and why."""
    stand_in("echo out of paper >&2; exit 77")

    with pytest.raises(RenderingError, match=r"S25-CL-C-XXXX!!MSW-E\.docx.* code 77") as caught:
        libreoffice.convert({NAME: make_word("Text")})
    assert "out of paper" in caught.value.hint


def test_time_out_kills_all_that_was_started(make_word, stand_in, tmp_path, monkeypatch):
    """When the time is up, the children of the program die with it."""
    child = tmp_path / "child"
    stand_in(f"sleep 600 & echo $! > {child}.new; mv {child}.new {child}; wait")
    monkeypatch.setattr(libreoffice, "SECONDS_TO_START", 1)
    monkeypatch.setattr(libreoffice, "SECONDS_PER_DOCUMENT", 1)

    with pytest.raises(RenderingError, match="not finished after 2 seconds"):
        libreoffice.convert({NAME: make_word("Text")})
    assert has_ended(int(child.read_text("utf-8")))


@pytest.fixture
def interruptible():
    """Python's own answer to Ctrl-C, which a test run in the background would not have."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_interruption_kills_all_that_was_started(make_word, stand_in, tmp_path):
    """When the user interrupts the build, no LibreOffice goes on without it."""
    child = tmp_path / "child"
    stand_in(f"sleep 600 & echo $! > {child}; sleep 1; kill -INT $PPID; wait")

    with pytest.raises(KeyboardInterrupt):
        libreoffice.convert({NAME: make_word("Text")})
    assert has_ended(int(child.read_text("utf-8")))


def test_children_that_outlive_the_program_are_killed(make_word, stand_in, tmp_path):
    """A program that ends and leaves a child behind does not leave it for long."""
    child = tmp_path / "child"
    stand_in(f"sleep 600 & echo $! > {child}")

    with pytest.raises(RenderingError):
        libreoffice.convert({NAME: make_word("Text")})
    assert has_ended(int(child.read_text("utf-8")))


def has_ended(number: int) -> bool:
    """Whether a process is gone, or goes within ten seconds."""
    try:
        process = os.pidfd_open(number)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([process], [], [], 10)[0])
    finally:
        os.close(process)


def test_environment_is_not_passed_on(make_word, stand_in, monkeypatch):
    """The program sees nothing of the caller's environment but the name of the build."""
    monkeypatch.setenv("COUNCIL_REPORT_BUILD", "build-7")
    monkeypatch.setenv("A_SECRET", "hush")
    stand_in("env; exit 3")

    with pytest.raises(RenderingError) as caught:
        libreoffice.convert({NAME: make_word("Text")})
    assert "COUNCIL_REPORT_BUILD=build-7" in caught.value.hint
    assert "hush" not in caught.value.hint


def test_nothing_is_left_in_the_folder_for_temporary_files(
    make_word, stand_in, tmp_path, monkeypatch
):
    """The folder in which LibreOffice works is gone afterwards."""
    workshop = tmp_path / "temporary"
    workshop.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(workshop))
    stand_in("touch left-over")

    with pytest.raises(RenderingError):
        libreoffice.convert({NAME: make_word("Text")})
    assert list(workshop.iterdir()) == []


def test_missing_program_is_not_available(monkeypatch, make_word):
    """Without LibreOffice the engine says so, and a conversion is an error with a remedy."""
    monkeypatch.setattr(libreoffice, "PROGRAM", "no-such-program")

    assert shutil.which("no-such-program") is None
    assert not libreoffice.available()
    with pytest.raises(RenderingError) as caught:
        libreoffice.convert({NAME: make_word("Text")})
    assert "typst" in caught.value.hint


def test_hyphens_are_kept_beside_the_character_that_would_stand_in_for_them(make_word):
    """U+2011 arrives even in a text that has U+02D7, its usual stand-in, for itself."""
    pdf = libreoffice.convert({NAME: make_word("one\u2011two three\u02d7four")})[NAME]
    words = "".join(inspect.text(pdf).split())
    assert "one\u2011two" in words
    assert "three\u02d7four" in words


def pipes() -> set[Path]:
    """What LibreOffice listens at."""
    return set(Path("/tmp").glob("OSL_PIPE_*"))  # noqa: S108


@pytest.mark.libreoffice
def test_one_that_was_started_ahead_of_need_prints_the_same(
    make_word: Callable[..., bytes],
) -> None:
    """It is used once, and leaves nothing behind."""
    word, before = make_word("Text"), pipes()
    cold = libreoffice.convert({NAME: word})
    libreoffice.warm_up()
    libreoffice.warm_up()
    assert libreoffice.convert({NAME: word}) == cold
    assert pipes() <= before
    assert libreoffice.convert({NAME: word}) == cold


@pytest.mark.libreoffice
def test_one_that_was_not_needed_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its folder goes with it."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = pipes()
    libreoffice.warm_up()
    assert list(tmp_path.iterdir())
    libreoffice.cool_down()
    libreoffice.cool_down()
    assert not list(tmp_path.iterdir())
    assert pipes() <= before


@pytest.mark.libreoffice
def test_each_file_is_handed_out_as_soon_as_it_is_made(make_word: Callable[..., bytes]) -> None:
    """In the order in which they were given, each once."""
    words = {f"{name}.docx": make_word(name) for name in "abc"}
    seen: list[tuple[str, bytes]] = []
    made = libreoffice.convert(words, lambda name, pdf: seen.append((name, pdf)))
    assert seen == list(made.items())
