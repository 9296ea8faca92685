"""PDF files without the traces of the moment they were made: the same document, the same bytes."""

import io

import pikepdf

DATES = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")
IDENTITIES = ("xmpMM:DocumentID", "xmpMM:InstanceID")
ICC_DATE = slice(24, 36)


def normalised(pdf: bytes, language: str = "") -> bytes:
    """The same PDF with nothing in it that changes from run to run.

    It opens under its title, its links can be reached in reading order, and it is in
    ``language`` where one is given.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        _forget_dates(document)
        _forget_identity(document)
        _tidy_metadata(document)
        _forget_colour_profile_dates(document)
        _present(document, language)
        target = io.BytesIO()
        document.save(target, deterministic_id=True)
    return target.getvalue()


def _forget_dates(document: pikepdf.Pdf) -> None:
    for key in ("/CreationDate", "/ModDate"):
        if key in document.docinfo:
            del document.docinfo[key]


def _forget_identity(document: pikepdf.Pdf) -> None:
    """Drop the identifier and the checksum that are drawn anew for each run."""
    for key in ("/ID", "/DocChecksum"):
        if key in document.trailer:
            del document.trailer[key]


def _tidy_metadata(document: pikepdf.Pdf) -> None:
    if "/Metadata" not in document.Root:
        return
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for name in (*DATES, *IDENTITIES):
            if name in metadata:
                del metadata[name]
        # LibreOffice 7.4 writes the apostrophe of a title as &apos; here, and well in docinfo.
        metadata.load_from_docinfo(document.docinfo)


def _forget_colour_profile_dates(document: pikepdf.Pdf) -> None:
    for intent in document.Root.get("/OutputIntents", ()):
        if "/DestOutputProfile" in intent:
            profile = bytearray(intent.DestOutputProfile.read_bytes())
            profile[ICC_DATE] = bytes(12)
            intent.DestOutputProfile.write(bytes(profile))


def _present(document: pikepdf.Pdf, language: str) -> None:
    """Show the title in the title bar; let the reader step through links in reading order."""
    if language:
        document.Root.Lang = pikepdf.String(language)
    if "/ViewerPreferences" not in document.Root:
        document.Root.ViewerPreferences = pikepdf.Dictionary()
    document.Root.ViewerPreferences.DisplayDocTitle = True
    for page in document.pages:
        page.obj.Tabs = pikepdf.Name.S
