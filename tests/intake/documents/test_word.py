"""What a person reads in a Word file is what pandoc reads in it, or a finding quotes the rest."""

import re

import pytest

from council_report.intake.documents.prepared import Prepared
from council_report.model.receipt import AUTHOR
from tests.intake.documents.builders import bookmark, paragraph, run, table
from tests.intake.documents.preparing import by_pandoc, told, word

PLACE = re.compile(r'<a href="crp:([0-9]+)">¶</a>')


def field(instruction: str, result: str, end: str = "end") -> str:
    """A complex field, its instruction in two parts as Word likes to write it."""
    middle = len(instruction) // 2
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction[:middle]}</w:instrText></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction[middle:]}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        f'<w:r><w:fldChar w:fldCharType="{end}"/></w:r>'
    )


def drawing(inside: str, described: str = "") -> str:
    """A run with something drawn."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{described}"/>'
        f"<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


def text_box(content: str) -> str:
    """A text box as Word draws it."""
    return f"<wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"


def old_box(content: str) -> str:
    """The same text box for older programs."""
    return (
        f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
        "</v:shape></w:pict>"
    )


def rendered(prepared: Prepared) -> str:
    """What pandoc reads, as HTML without the marks of paragraphs."""
    return PLACE.sub("", by_pandoc(prepared)).replace("\n", "")


READ = {
    "block content control": (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('in it')}</w:sdtContent></w:sdt>",
        "in it",
    ),
    "inline content control": (
        paragraph(f"<w:sdt><w:sdtContent>{run('in it')}</w:sdtContent></w:sdt>"),
        "in it",
    ),
    "smart tag": (paragraph(f"<w:smartTag>{run('Geneva')}</w:smartTag>"), "Geneva"),
    "custom XML in a line": (paragraph(f"<w:customXml>{run('tagged')}</w:customXml>"), "tagged"),
    "custom XML around a paragraph": (
        f"<w:customXml>{paragraph('inside')}</w:customXml>",
        "inside",
    ),
    "simple field": (
        paragraph(f'<w:fldSimple w:instr=" PAGE ">{run("77")}</w:fldSimple>'),
        "77",
    ),
    "complex field": (paragraph(field(" DATE ", run("3 May"))), "3 May"),
    "field inside a field": (
        paragraph(field(" IF ", run("a ") + field(" REF x ", run("b")) + run(" c"))),
        "a b c",
    ),
    "field without end": (
        paragraph(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{run("kept")}'),
        "kept",
    ),
    "non-breaking hyphen": (
        paragraph("<w:r><w:t>SG</w:t><w:noBreakHyphen/><w:t>13</w:t></w:r>"),
        "SG\u201113",
    ),
    "soft hyphen": (paragraph("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r>"), "co\xadop"),
    "symbol": (paragraph('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>'), "α"),
    "words in a symbol font": (
        paragraph(run("\uf0fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')),
        "✔",
    ),
    "signs of the other font": (
        paragraph(run("\uf061 = a", '<w:rFonts w:ascii="Arial" w:hAnsi="Symbol"/>')),
        "α = a",
    ),
    "symbol field": (
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText>SYMBOL 183 \\f "Symbol" \\s 10</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        "•",
    ),
    "ticked box": (
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox>'
            "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        "☒",
    ),
    "choice from a list": (
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
            '<w:listEntry w:val="no"/><w:listEntry w:val="yes"/></w:ddList></w:ffData>'
            "</w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        "yes",
    ),
    "direction": (paragraph(f'<w:bdo w:val="rtl">{run("مرحبا")}</w:bdo>'), "مرحبا"),
    "non-breaking space": (paragraph("Résolution\u00a0214"), "Résolution\u00a0214"),
    "braces and marks": (paragraph("{{ x }} ]]&gt; *a* &amp; &lt;b&gt;"), "{{ x }} ]]> *a* & <b>"),
    "text box": (
        paragraph(run("host") + drawing(text_box(paragraph("boxed")))),
        "host boxed",
    ),
    "old text box": (paragraph(f"<w:r>{old_box(paragraph('boxed'))}</w:r>"), "boxed"),
    "two ways to say the same": (
        paragraph(
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>once</w:t></mc:Choice>"
            "<mc:Fallback><w:t>once</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        "once",
    ),
    "only a fallback has words": (
        paragraph(
            "<w:r><mc:AlternateContent><mc:Choice Requires='new'/><mc:Fallback><w:t>old</w:t>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        ),
        "old",
    ),
    "base of small letters": (
        paragraph(f"<w:r><w:ruby><w:rt/><w:rubyBase>{run('東京')}</w:rubyBase></w:ruby></w:r>"),
        "東京",
    ),
    "nested table": (table(("a", table(("b",)) + paragraph("c"))), "a b c"),
    "row in a content control": (
        table(("a",))
        .replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>")
        .replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>"),
        "a",
    ),
    "title": (paragraph("Report", "Title"), "Report"),
    "index mark": (
        paragraph(run("AI") + field(' XE "AI" ', "").replace("separate", "none")),
        "AI",
    ),
}


@pytest.mark.parametrize(("body", "words"), READ.values(), ids=READ)
def test_what_a_person_reads_is_read(body: str, words: str) -> None:
    """The words are in the plain text and in what pandoc reads, once, and nothing is amiss."""
    prepared = word(body)
    assert " ".join(" ".join(prepared.paragraphs).split(" ")).strip() == words
    by_pandoc_alone = re.sub(r"<[^>]*>", " ", rendered(prepared))
    known = by_pandoc_alone.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert known.split() == words.split()
    assert told(prepared) == []


LEFT = {
    "hidden words": (
        paragraph(run("secret", "<w:vanish/>") + run("seen")),
        ("hidden-text", "error", 1, "“secret” is hidden text, which no reader sees"),
    ),
    "a picture": (
        paragraph(drawing("<pic/>", "A map of Geneva")),
        ("picture-left-out", "warning", 1, "the picture “A map of Geneva” is left out"),
    ),
    "an equation": (
        paragraph("<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>"),
        ("equation-flattened", "warning", 1, "the equation “E=mc” is read as plain text"),
    ),
    "small letters": (
        paragraph(
            f"<w:r><w:ruby><w:rt>{run('とう')}</w:rt><w:rubyBase>{run('東')}</w:rubyBase>"
            "</w:ruby></w:r>"
        ),
        (
            "ruby-left-out",
            "warning",
            1,
            "the small letters above the words, “とう”, are left out",
        ),
    ),
    "an unknown symbol": (
        paragraph('<w:r><w:sym w:font="Fancy" w:char="F041"/></w:r>'),
        (
            "symbol-left-out",
            "warning",
            1,
            "the symbol F041 (Fancy) has no letter that we know and is left out",
        ),
    ),
    "a sign of no font": (
        paragraph(run("\uf0b7 x")),
        (
            "symbol-left-out",
            "warning",
            1,
            "the symbol U+F0B7 has no letter that we know and is left out",
        ),
    ),
    "a field that Word would fill": (
        paragraph(field(" AUTHOR ", "").replace("separate", "none")),
        (
            "field-without-text",
            "warning",
            1,
            "Word makes these words itself, and has not yet: “AUTHOR”",
        ),
    ),
    "words inside an instruction": (
        paragraph(
            field(" IF ", "")
            .replace("separate", "none")
            .replace(
                '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="none"',
                f'</w:instrText></w:r>{run("loose")}<w:r><w:fldChar w:fldCharType="none"',
            )
        ),
        ("field-words", "note", 1, "“loose” stands inside a field, where no reader sees it"),
    ),
    "a table of contents": (
        paragraph(field(" TOC \\o ", run("Normes 3"))),
        ("contents-left-out", "note", 1, "the table of contents is left out: “Normes 3”"),
    ),
    "a hint that nobody replaced": (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{paragraph('Click here')}</w:sdtContent></w:sdt>",
        (
            "placeholder-left-out",
            "warning",
            1,
            "“Click here” is the hint of a field that nobody filled in",
        ),
    ),
    "words of a drawing": (
        paragraph(drawing("<a:t>Art</a:t><pic/>").replace("<pic/>", "")),
        ("text-left-out", "warning", 1, "“Art” stands where it cannot be read as text"),
    ),
    "a fallback with other words": (
        paragraph(
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>one</w:t></mc:Choice>"
            "<mc:Fallback><w:t>two</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        ("text-left-out", "warning", 1, "“two” stands where it cannot be read as text"),
    ),
}


@pytest.mark.parametrize(("body", "finding"), LEFT.values(), ids=LEFT)
def test_what_is_not_carried_is_quoted(body: str, finding: tuple[str, str, int, str]) -> None:
    """A finding at the paragraph says what is left out, with its words."""
    assert finding in told(word(body))


def test_hidden_words_are_in_no_reading() -> None:
    """Words hidden by a run, its style, the style of the paragraph or a hidden row are refused."""
    styles = (
        '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:vanish/>'
        '</w:rPr></w:style><w:style w:type="paragraph" w:styleId="Based"><w:basedOn w:val="Base"/>'
        "</w:style>"
    )
    body = (
        paragraph(run("one", '<w:rStyle w:val="Gone"/>'))
        + paragraph("two", "Based")
        + paragraph(run("seen", '<w:vanish w:val="0"/>'), "Based")
        + table(("three",), ("four",)).replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>", 1)
    )
    prepared = word(body, styles=styles)
    assert prepared.paragraphs == ("", "", "seen", "", "four")
    assert [found[:3] for found in told(prepared)] == [
        ("hidden-text", "error", number) for number in (1, 2, 4)
    ]
    assert "three" not in rendered(prepared)
    assert "one" not in rendered(prepared)


def test_every_paragraph_is_numbered_as_in_the_file() -> None:
    """The mark that pandoc reads first in each paragraph is its number among all of them."""
    body = (
        paragraph("a", "Heading1")
        + table(("b",))
        + paragraph(run("c") + drawing(text_box(paragraph("d"))))
        + paragraph("e", "ListBullet")
    )
    prepared = word(body)
    assert PLACE.findall(by_pandoc(prepared)) == ["1", "2", "3", "4", "5"]
    assert prepared.paragraphs == ("a", "b", "c", "d", "e")
    assert prepared.styles == ("heading 1", "", "", "", "List Bullet")


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Titre1", "Titre 1"),
        ("berschrift1", "Überschrift 1"),
        ("Ttulo1", "Título 1"),
        ("1", "Заголовок 1"),
        ("a1", "标题 1"),
        ("x", "عنوان 1"),
        ("Titre1", "Mon style"),
    ],
)
def test_a_localised_heading_is_a_heading(key: str, name: str) -> None:
    """A style called as a heading is called in its language, by name or id, is a heading."""
    style = f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    assert rendered(word(paragraph("Normes", key), styles=style)).startswith("<h1")


def test_an_outline_level_makes_a_heading() -> None:
    """Directly, or by any style that the style is based on; level ten takes it away."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Chapter"/><w:pPr>'
        '<w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/>'
        "</w:style>"
    )
    direct = '<w:outlineLvl w:val="0"/>'
    body = paragraph("one", "B") + paragraph("two", properties=direct)
    body += paragraph("three", "A", '<w:outlineLvl w:val="9"/>')
    assert re.findall(r"<(h[1-6]|p)\b", rendered(word(body, styles=styles))) == ["h2", "h1", "p"]


def test_lists_keep_their_level_and_kind() -> None:
    """By their style, by their own number, or by the name of Word's style alone."""
    direct = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = (
        paragraph("a", "ListBullet")
        + paragraph("b", "ListBullet2")
        + paragraph("c", properties=direct)
        + paragraph("d", "ListBullet", none)
    )
    by_style = rendered(word(body))
    assert by_style == (
        '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul><ol type="1"><li><p>c</p></li></ol>'
        "<p>d</p>"
    )
    by_name = rendered(word(paragraph("a", "ListBullet"), numbering=""))
    assert by_name == "<ul><li><p>a</p></li></ul>"


def test_looks_and_links_reach_pandoc() -> None:
    """Bold, italics, raised words, links of both kinds; links are not shown underlined."""
    body = paragraph(
        run("a", "<w:b/>")
        + run("b", "<w:i/>")
        + run("c", '<w:vertAlign w:val="superscript"/>')
        + f'<w:hyperlink r:id="web">{run("d", "<w:b/>")}</w:hyperlink>'
        + field(' HYPERLINK "https://b.example/x" ', run("e"))
        + f'<w:hyperlink w:anchor="here">{run("f")}</w:hyperlink>'
    )
    html = rendered(word(body, links={"web": "https://a.example"}))
    assert html == (
        '<p><strong>a</strong><em>b</em><sup>c</sup><a href="https://a.example"><strong>d</strong>'
        '</a><a href="https://b.example/x">e</a>f</p>'
    )


def test_no_link_passes_for_the_mark_of_a_paragraph() -> None:
    """A link of the contributor's to an address such as ours is changed."""
    prepared = word(paragraph(field(' HYPERLINK "crp:7" ', run("x"))))
    assert PLACE.findall(by_pandoc(prepared)) == ["1"]
    assert 'href="crp:7"' not in by_pandoc(prepared)


def test_bookmarks_are_told_by_paragraph() -> None:
    """Those inside a paragraph and those that stand before it."""
    before = '<w:bookmarkStart w:id="9" w:name="_cr_b"/>'
    body = paragraph(bookmark("_cr_a", run("a"))) + before + paragraph("b")
    assert word(body).marks == ((1, "_cr_a"), (2, "_cr_b"))


def test_notes_are_read_apart_from_their_paragraph() -> None:
    """pandoc has them in their place; their text is told with the number of the paragraph."""
    note = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>See 3.</w:t></w:r></w:p>'
    separator = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    alone = f'<w:footnote w:id="5">{paragraph("Alone")}</w:footnote>'
    end = f'<w:endnote w:id="2">{paragraph("The end")}</w:endnote>'
    body = paragraph(
        run("words")
        + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
    )
    prepared = word(body, footnotes=f"{separator}{note}</w:footnote>{alone}", endnotes=end)
    assert prepared.paragraphs == ("words",)
    assert prepared.notes == ((1, "See 3."), (1, "The end"))
    assert [words for _, words in prepared.aside] == ["Alone"]
    assert "See 3." in by_pandoc(prepared)
    assert "The end" in by_pandoc(prepared)


def test_page_headers_stand_aside() -> None:
    """Their words are told once each, and pandoc does not get them."""
    headers = {"header1": paragraph("Draft"), "header2": paragraph("Draft"), "footer1": "<w:p/>"}
    prepared = word(paragraph("a"), headers=headers)
    assert [words for _, words in prepared.aside] == ["Draft"]
    assert "Draft" not in by_pandoc(prepared)


def test_our_own_comments_in_a_copy_sent_back_are_nobodys() -> None:
    """A contact may work on in the copy that the findings are in."""
    comments = f'<w:comment w:id="1" w:author="{AUTHOR}">{paragraph("Mend this.")}</w:comment>'
    body = paragraph('<w:r><w:commentReference w:id="1"/></w:r>' + run("Text"))
    assert word(body, comments=comments).findings == ()


def test_comments_are_carried_to_the_secretariat() -> None:
    """Each with its author and words, at the paragraph where it begins; also one of nobody."""
    comments = (
        f'<w:comment w:id="1" w:author="Ann">{paragraph("Is that so?")}</w:comment>'
        f'<w:comment w:id="2">{paragraph("Yes")}{paragraph("indeed")}</w:comment>'
    )
    body = paragraph("a") + paragraph(
        f'<w:commentRangeStart w:id="1"/>{run("b")}<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    prepared = word(body, comments=comments)
    assert told(prepared) == [
        ("comment-carried", "note", 2, "a comment by Ann says: “Is that so?”"),
        ("comment-carried", "note", None, "a comment says: “Yes indeed”"),
    ]
    assert prepared.paragraphs == ("a", "b")


def test_the_same_file_gives_the_same_bytes() -> None:
    """Nothing of the time or place of reading is in what pandoc gets."""
    body = paragraph("a", "Heading1") + table(("b", "c"))
    assert word(body).data == word(body).data


@pytest.mark.parametrize(
    ("opening", "closing", "inside"),
    [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", paragraph("x")),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", paragraph("x")),
        (
            "<w:p><w:r><w:pict><w:txbxContent>",
            "</w:txbxContent></w:pict></w:r></w:p>",
            paragraph("x"),
        ),
    ],
    ids=["content controls", "tables", "text boxes"],
)
def test_what_is_nested_as_deep_as_xml_may_be_is_read(
    opening: str, closing: str, inside: str
) -> None:
    """The parser takes 256 levels, and so do we."""
    prepared = word(opening * 60 + inside + closing * 60)
    assert prepared.paragraphs[-1] == "x"


def test_a_number_of_ours_in_the_file_means_nothing() -> None:
    """A file that carries our own attribute is read as if it did not."""
    ours = '<w:p xmlns:x="urn:council-report" x:number="seven"><w:r><w:t>a</w:t></w:r></w:p>'
    note = f'<w:footnote w:id="2">{ours}</w:footnote>'
    body = ours + paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>')
    prepared = word(body, footnotes=note)
    assert PLACE.findall(by_pandoc(prepared)) == ["1", "2"]
    assert prepared.notes == ((2, "a"),)


def test_thousands_of_joined_paragraphs_are_one() -> None:
    """A long text whose every paragraph end is deleted is read in reasonable time."""
    joined = paragraph(run("w"), "", "<w:rPr><w:del w:id='1'/></w:rPr>") * 2000
    prepared = word(joined + paragraph("z"), "accept")
    assert prepared.paragraphs[-1] == "w" * 2000 + "z"
    assert set(prepared.paragraphs[:-1]) == {""}


@pytest.mark.parametrize("name", ["1 x", "twice", ""])
def test_ids_of_elements_do_no_harm(name: str) -> None:
    """Some program wrote one twice, or one that is no name; nothing looks for it."""
    text = paragraph("a").replace("<w:p>", f'<w:p xml:id="{name}">')
    assert word(text * 2).paragraphs == ("a", "a")
