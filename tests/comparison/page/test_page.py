"""The review page says everything about a draft, and nothing in it ever becomes HTML."""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from council_report.comparison.page.page import review_page
from council_report.comparison.passages import passages_of
from council_report.model.document import Block, Details
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.review import Base, Review
from council_report.model.text import Run, plain
from council_report.model.translation import TranslationCount
from council_report.pages.visible import visible

MakeBlock = Callable[..., Block]
MakeReview = Callable[..., Review]
Read = Callable[[bytes], Any]


def spaced(words: str) -> str:
    """Words as a reader counts the spaces between them."""
    return " ".join(words.split())


def test_the_page_says_how_the_draft_stands(make_review: MakeReview, read: Read) -> None:
    """Who has sent what and who is awaited, what is due, found, provisional, not translated."""
    shown = read(review_page(make_review(), {})).words
    for expected in (
        "C26 · Draft 3 · 2 March 2026",
        "ITU-T standards.yaml 5 5 nothing",
        "ITU-D a.docx set aside 2 0 Standards (nothing received)",
        "Contributions: 27 February 2026 (passed 3 days before this draft was made)",
        "Documents: 29 March 2026 (27 days after this draft was made)",
        "Error inputs/C26/itu-d/a.docx the whole file no section is called Normes",
        "Choose one from the list.",
        "verified: all changes accepted, it reads as this draft",
        "not delivered a word was lost",
        "Not compared pictures",
        "[date pending] header.date",
        "S26-CL-C-XXXX!!MSW-E.docx for publication",
        "Standards 25 1.5 words: 10 longer than planned",
        "groups 1000 groups, as of 2025 ITU 1234 groups, as of 2025 ITU",
    ):
        assert spaced(expected) in spaced(shown.replace("\xa0", " ")), expected


def test_a_draft_without_a_past_or_findings_is_shown_calmly(make_review: MakeReview) -> None:
    """What a manifest does not hold yet is said to be missing, or not mentioned."""
    review = make_review(older=(), others={}, findings=(), news={}, mandates=None)
    manifest = review.manifest.model_copy(
        update={"redlines": (), "lengths": (), "products": (), "provisional": {}, "gaps": ()}
    )
    page = review_page(review.model_copy(update={"manifest": manifest}), {}).decode()
    assert "There are no files with tracked changes in this draft." in page
    assert "Nothing was found." in page
    assert "Compared with" not in page
    assert "<ins>" not in page


def test_every_passage_of_every_language_has_its_trace(make_review: MakeReview) -> None:
    """File, place and digest, for what the secretariat wrote as for what was sent."""
    review = make_review()
    page = review_page(review, {}).decode()
    for document in review.content.documents:
        for passage in passages_of(document):
            assert trace_of(page, f"{document.language}:{passage.key}".replace(" ", ":"))


def trace_of(page: str, address: str) -> str:
    """The trace of a passage, whose file and place it has to name."""
    passage = page.split(f'id="{address}"', 1)[1].split('<div class="passage', 1)[0]
    trace = passage.split('<details class="trace">', 1)[1].split("</details>", 1)[0]
    assert "<dt>File</dt><dd><bdi>inputs/" in trace or "<bdi>templates/labels" in trace
    assert "line <bdi>" in trace
    return trace


def test_a_trace_has_all_that_is_known_of_an_entry(make_review: MakeReview, read: Read) -> None:
    """Digest, mandates, status, dates, statistics, partners, countries, news, findings, words."""
    page = review_page(make_review(), {}).decode()
    told = read(trace_of(page, "en:entry:first").encode()).words
    for expected in (
        "ITU-T · ITU-T Study Group 13 Warning",
        "File inputs/C26/itu-t/standards.yaml, line 10",
        "SHA-256 of the file " + "cd" * 32,
        "Id of the text first",
        "Status under way",
        "Dates October 2025, 2 December 2025 – 3 December 2025",
        "Mandates SG3 Sharing informationR1 Studies",
        "Countries Norway Partners ISO References ITU-T Y.3172",
        "Statistics 1,234 groups, as of 2025 Source: ITU",
        "Since last session new",
        "Findings Warning: no section is called Normes. Choose one from the list.",
        "Words 7",
    ):
        assert expected in told.replace("\xa0", " "), expected
    assert "Links https://example.org/x" in read(trace_of(page, "en:entry:third").encode()).words


def test_the_trace_of_an_amended_entry_keeps_what_was_sent(
    make_review: MakeReview, read: Read
) -> None:
    """By whom, when and why it was amended, and the text as its contributor sent it."""
    page = review_page(make_review(), {}).decode()
    told = read(trace_of(page, "en:entry:second").encode()).words.replace("\xa0", " ")
    assert "Amended A. Reviewer, 1 March 2026: clearer" in told
    assert "As it was sent Second as sent." in told


def test_changes_since_the_newest_usable_draft_are_in_the_text(make_review: MakeReview) -> None:
    """Words added and removed, a passage that is new, one that is gone where it stood."""
    page = review_page(make_review(), {}).decode()
    english = page.split('data-document="en" aria', 1)[1].split("</article>", 1)[0]
    first = english.split('id="en:entry:first"', 1)[1].split("</p>", 1)[0]
    assert first.endswith("groups met in <del>Geneva in 2024</del><ins>2025</ins>.")
    third = english.split('id="en:entry:third"', 1)[1].split("</p>", 1)[0]
    assert '<ins>A bullet with <span class="link">a link</span>.</ins>' in third
    gone = english.index("<del>This was withdrawn.</del>")
    assert english.index('id="en:entry:first"') < gone < english.index('id="en:entry:second"')


def test_a_base_that_cannot_be_compared_is_offered_with_the_reason(
    make_review: MakeReview,
) -> None:
    """It is there, and cannot be chosen."""
    page = review_page(make_review(), {}).decode()
    choice = page.split('name="base" value="base-3"', 1)[1].split("</label>", 1)[0]
    assert "disabled" in choice
    assert "its files have been changed" in choice


def test_a_session_before_is_named_as_such(make_review: MakeReview) -> None:
    """A base of another session says which."""
    review = make_review()
    changes = review.bases[0].changes
    assert changes is not None
    old = changes.old.model_copy(update={"session": "C25"})
    base = Base(name="C25 draft-002", changes=changes.model_copy(update={"old": old}))
    page = review_page(review.model_copy(update={"bases": (base,)}), {}).decode()
    assert "<bdi>C25</bdi>, draft <bdi>2</bdi>" in page


def test_what_is_not_translated_is_listed_and_carries_its_own_language(
    make_review: MakeReview,
) -> None:
    """The words around it are French, its own English in the French document too."""
    page = review_page(make_review(), {}).decode()
    missing = page.split("Translations missing</h3>", 1)[1].split("</details>", 1)[0]
    assert 'href="#fr:entry:second"' in missing
    second = page.split('id="fr:entry:second"', 1)[1]
    assert second.index('<div class="said" lang="fr" dir="ltr">') < second.index("[anglais]")
    assert '</strong><bdi lang="en" dir="ltr">Second </bdi>' in second
    assert "not translated yet" in trace_of(page, "fr:entry:second")


def test_a_translation_out_of_date_is_told_from_one_that_is_not(
    make_review: MakeReview, make_block: MakeBlock
) -> None:
    """Each says how it stands, and what is out of date is listed."""
    spanish = (
        make_block("first", "Uno.", state="translated"),
        make_block("second", "Dos.", state="outdated"),
    )
    page = review_page(make_review(others={"es": spanish}), {}).decode()
    outdated = page.split("Translations out of date</h3>", 1)[1].split("</details>", 1)[0]
    assert 'href="#es:entry:second"' in outdated
    assert 'href="#es:entry:first"' not in outdated
    assert "translated" in trace_of(page, "es:entry:first")
    assert "out of date" in trace_of(page, "es:entry:second")


def test_how_many_texts_are_translated_is_shown_by_language(
    make_review: MakeReview, read: Read
) -> None:
    """With what is to be known of the translations before anybody relies on them."""
    review = make_review()
    count = TranslationCount(
        language="es",
        units={"translated": 7, "outdated": 2},
        words={},
        statuses=("sample translation, not official",),
    )
    manifest = review.manifest.model_copy(update={"translations": (count,)})
    page = review_page(review.model_copy(update={"manifest": manifest}), {})
    assert "Spanish 0 7 2 0 sample translation, not official" in read(page).words


def test_what_is_said_in_a_row_has_the_signs_of_each_language(make_review: MakeReview) -> None:
    """A comma of Arabic, a colon of Chinese."""
    page = review_page(make_review(), {"ar": {"none": "لا شيء"}, "zh": {"none": "无"}}).decode()
    phrases = page.split('<template id="phrases">', 1)[1].split("</template>", 1)[0]
    assert "<p><span>, </span><span>، </span><span>，</span></p>" in phrases
    assert "<p><span>: </span><span>: </span><span>：</span></p>" in phrases


def test_quoted_text_carries_language_and_direction(
    make_review: MakeReview, make_block: MakeBlock
) -> None:
    """Arabic runs from right to left, Chinese is marked as Chinese."""
    arabic, chinese = (make_block("first", words) for words in ("نص عربي", "中文"))
    page = review_page(
        make_review(others={"ar": (arabic,), "zh": (chinese,)}, older=()), {}
    ).decode()
    assert '<div class="said" lang="ar" dir="rtl"><p>نص عربي</p>' in page
    assert '<div class="said" lang="zh" dir="ltr"><p>中文</p>' in page


def test_files_lead_to_their_paragraphs_and_say_why_they_were_set_aside(
    make_review: MakeReview, read: Read
) -> None:
    """Each input file, with links; what a file set aside would have held."""
    page = review_page(make_review(), {}).decode()
    files = page.split('<section id="files"', 1)[1].split("</section>", 1)[0]
    assert 'href="#en:entry:first"' in files
    told = read(files.encode()).words
    assert "inputs/C26/itu-d/a.docx 0 ITU-D set aside" in told
    assert "Texts in it that are not used: 2 Error: no section is called Normes. Choose one" in told


def test_coverage_counts_paragraphs_by_mandate_and_contributor(
    make_review: MakeReview, read: Read
) -> None:
    """A mandate that nobody answers is plain to see; a number leads to its paragraphs."""
    page = review_page(make_review(), {}).decode()
    coverage = page.split('<section id="coverage"', 1)[1].split("</section>", 1)[0]
    assert 'href="#who=itu-t&amp;mandate=m1"' in coverage
    assert "M1 Members take part 0 0 0" in read(coverage.encode()).words


def test_activities_are_listed_in_time(make_review: MakeReview, read: Read) -> None:
    """The drawing is for the eye, the list for everybody."""
    page = review_page(make_review(), {}).decode()
    timeline = page.split('<section id="timeline"', 1)[1].split("</section>", 1)[0]
    told = read(timeline.encode()).words.replace("\xa0", " ")
    assert told.index("October 2025") < told.index("2 December 2025 – 3 December 2025")
    assert '<div class="lanes" aria-hidden="true">' in timeline


def test_nothing_but_the_style_and_script_of_the_page_may_run(make_review: MakeReview) -> None:
    """The policy comes first, and allows nothing else."""
    page = review_page(make_review(), {}).decode()
    style, script = (
        re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL) for tag in ("style", "script")
    )
    assert style and script
    digests = [
        base64.b64encode(hashlib.sha256(one[1].encode()).digest()).decode()
        for one in (style, script)
    ]
    policy = re.search(r'<head><meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert policy
    assert unescape(policy[1]) == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}';"
        " base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_loaded_and_no_link_leaves_the_draft(
    make_review: MakeReview, read: Read
) -> None:
    """Links lead into the page, or to a file beside it; those of contributors are words."""
    reader = read(review_page(make_review(), {}))
    assert {"link", "img", "iframe", "object", "base"}.isdisjoint(reader.tags)
    leading = [str(one["href"]) for one in reader.attributes if "href" in one]
    assert leading
    assert not [one for one in leading if urlsplit(one).scheme or urlsplit(one).netloc]
    assert not [one for one in reader.attributes if {"src", "style", "onclick"} & set(one)]


def test_the_same_review_has_the_same_bytes(
    make_review: MakeReview, french: Mapping[str, str]
) -> None:
    """No clock is asked, and no order is left to chance."""
    pages = {review_page(make_review(), {"fr": french}) for _ in range(2)}
    assert len(pages) == 1


def test_every_word_of_the_page_is_there_in_each_language(
    make_review: MakeReview, french: Mapping[str, str]
) -> None:
    """Nothing that the page says itself is marked as being in English only."""
    review = make_review(findings=(), older=())
    manifest = review.manifest.model_copy(update={"redlines": ()})
    page = review_page(review.model_copy(update={"manifest": manifest}), {"fr": french}).decode()
    assert "(en)</span>" not in page
    assert "fr The document" in page
    assert "UIT-T" in page


def test_a_hostile_text_is_shown_and_never_obeyed(
    make_review: MakeReview, make_block: MakeBlock, read: Read, hostile: str
) -> None:
    """In a paragraph, a table, a change, a finding, a reason, a name of a file or of a base."""
    harmless, evil = (a_review(make_review, make_block, text) for text in ("harmless", hostile))
    expected, shown = read(review_page(harmless, {})), read(review_page(evil, {}))
    assert shown.tags == expected.tags
    assert shown.words.count("⟦RLO⟧evil ⟦ZWSP⟧ ⟦U+E0041⟧ ⟦U+0000⟧ ⟦LS⟧") > 12
    assert "49" not in shown.words.split()


@settings(max_examples=40)
@given(st.text(st.characters(), min_size=1))
def test_every_text_is_on_the_page_to_the_letter(
    make_review: MakeReview, make_block: MakeBlock, read: Read, text: str
) -> None:
    """But for spaces, and without an element of its own."""
    expected, shown = (
        read(review_page(a_review(make_review, make_block, f"<{words}>"), {}))
        for words in ("harmless", text)
    )
    assert shown.tags == expected.tags
    assert spaced(visible(f"<{text}>")) in shown.words


def a_review(make_review: MakeReview, make_block: MakeBlock, text: str) -> Review:
    """A review of a document that quotes a text wherever there is room for one."""
    runs = (Run(text),)
    details = Details(unit=text, mandates=(text,), partners=(text,), references=(text,))
    block = make_block("first", "\ue000", text=runs, rows=((runs,), (runs,)), details=details)
    gone = block.model_copy(update={"entry": "gone"})
    place = Location(text, paragraph=1, words=text)
    finding = Finding(
        rule="r",
        severity="note",
        location=place,
        message=Message("{x}", x=text),
        remedy=Message("{x}", x=text),
    )
    review = make_review((block,), {}, ((gone,),), findings=(finding,))
    ingredient = review.manifest.ingredients[2].model_copy(update={"file": text, "reason": text})
    return review.model_copy(
        update={
            "manifest": review.manifest.model_copy(update={"ingredients": (ingredient,)}),
            "bases": (*review.bases, Base(name=text, problem=Message("{x}", x=text))),
        }
    )


def test_the_data_of_the_script_cannot_end_it(
    make_review: MakeReview, make_block: MakeBlock
) -> None:
    """Names of mandates are data too."""
    details = Details(mandates=("</script><b>\u2028",))
    review = make_review((make_block("first", "x", details=details),), {}, ())
    page = review_page(review, {}).decode()
    data = page.split('<script type="application/json" id="data">', 1)[1].split("</script>", 1)[0]
    assert "<" not in data
    assert json.loads(data)["mandates"]["m3"] == "</script><b>⟦LS⟧"


words = st.text("ab [*^\\\u0661\u4e2d", max_size=12)
kinds = st.sampled_from(["paragraph", "bullet", "sub-bullet", "numbered"])
drafts = st.lists(st.tuples(st.sampled_from("abcdefgh"), words, kinds), max_size=8)


@settings(max_examples=40)
@given(drafts, drafts)
def test_every_passage_of_any_draft_is_shown_once_with_its_trace(
    make_review: MakeReview, make_block: MakeBlock, read: Read, new: list[Any], old: list[Any]
) -> None:
    """And every one that is gone is shown once, whatever the draft before."""
    blocks, before = (
        tuple(make_block(entry, said, kind=kind) for entry, said, kind in draft)
        for draft in (new, old)
    )
    review = make_review(blocks, {}, (before,))
    page = review_page(review, {}).decode()
    article = page.split("<article", 1)[1].split("</article>", 1)[0]
    passages = passages_of(review.content.documents[0])
    for passage in passages:
        assert article.count(f'id="en:{passage.key}"'.replace(" ", ":").replace("id=:", "id=")) == 1
    changes = review.bases[0].changes
    assert changes is not None
    gone = [change for change in changes.of("en") if change.new is None]
    assert article.count("passage changed gone") == len(gone)
    assert article.count('<details class="trace">') == len(passages)
    standing = re.sub("<del>.*?</del>", "", article)
    told = spaced(read(standing.encode()).words)
    assert all(spaced(visible(plain(one.text))) in told for one in passages if not one.rows)
