"""Reading YAML and JSON: every scalar is text, every hazard is a finding with its line."""

import json
import string
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council_report.intake.events import MAX_DEPTH
from council_report.intake.notes import UNPRINTABLE
from council_report.intake.tree import MAX_BYTES, Tree
from council_report.model.location import Location
from council_report.model.source import SourceFile

YAML = "inputs/C25/itu-t/standards.yaml"
JSON = "inputs/C25/itu-t/standards.json"


def tree(data: str | bytes, name: str = YAML) -> Tree:
    """The tree of a file with these contents."""
    data = data.encode() if isinstance(data, str) else data
    return Tree(SourceFile(name=name, data=data, digest="0" * 64))


def json_tree(value: object, **options: Any) -> Tree:
    """The tree of a file into which a program dumped a value."""
    return tree(json.dumps(value, **options), JSON)


def found(read: Tree) -> list[tuple[str, int | None]]:
    """The rule and the line of each finding, all of which must say what to do."""
    assert all(finding.severity == "error" for finding in read.findings)
    assert all(finding.message and finding.remedy for finding in read.findings)
    return [(finding.rule, finding.location.line) for finding in read.findings]


class TestScalars:
    """What a value means is for the model to say."""

    @pytest.mark.parametrize(
        "scalar",
        [
            "NO",
            "no",
            "on",
            "true",
            "1.10",
            "12:30:45",
            "0777",
            "0x1F",
            "1_000",
            "1e5",
            "2025-06-17",
        ],
    )
    def test_a_scalar_is_the_text_that_was_written(self, scalar: str) -> None:
        """What other readers take for a truth value, a number or a time stays as written."""
        assert tree(f"a: {scalar}").value == {"a": scalar}
        assert tree(f"a: {scalar}").findings == []

    @pytest.mark.parametrize("scalar", ["12:30:45", "https://www.itu.int/ai", "a:b"])
    def test_a_colon_inside_a_scalar_needs_no_quotes(self, scalar: str) -> None:
        """A time or an address is text in a list or mapping on one line too."""
        read = tree(f"a: [{scalar}, x]\nb: {{c: {scalar}}}\n")
        assert read.findings == []
        assert read.value == {"a": [scalar, "x"], "b": {"c": scalar}}
        assert read.places["b", "c"].line == 2

    def test_hazards_beside_such_a_colon_are_found_once(self) -> None:
        """A file with a colon of that kind is held to all the other rules."""
        read = tree("a: &x 1\nb: [1:2]\nb: .nan\nc: \u202e\n")
        assert sorted(found(read)) == [
            ("character-forbidden", 4),
            ("file-alias", 1),
            ("key-duplicate", 3),
            ("value-not-a-number", 3),
        ]

    @pytest.mark.parametrize("rest", ['b: "\\UFFFFFFFF"', "b: '" + "x" * (1 << 18) + "'"])
    def test_where_such_a_colon_cannot_be_read_quotes_are_asked_for(self, rest: str) -> None:
        """In a file that is hostile or large, the finding says how to write the value instead."""
        read = tree(f"a: [1:2]\n{rest}\n")
        assert found(read) == [("file-syntax", 1)]
        assert "quotes" in read.findings[0].remedy

    @pytest.mark.parametrize(
        ("version", "rules"), [("1.1", []), ("1.2", []), ("1.3", ["file-syntax"])]
    )
    def test_the_versions_of_yaml(self, version: str, rules: list[str]) -> None:
        """A file may say that it is YAML 1.1 or 1.2; there is no other version yet."""
        read = tree(f"%YAML {version}\n---\na: NO\n")
        assert [rule for rule, _ in found(read)] == rules
        assert read.value == (None if rules else {"a": "NO"})

    @pytest.mark.parametrize("scalar", ["", "~", "null", "Null", "NULL"])
    def test_nothing_is_nothing(self, scalar: str) -> None:
        """A key without a value, and the words that YAML has for it, give no value."""
        assert tree(f"a: {scalar}").value == {"a": None}

    @pytest.mark.parametrize("scalar", ["", "~", "null", ".nan", "<<", "[a]"])
    def test_a_quoted_scalar_is_always_text(self, scalar: str) -> None:
        """Quotes make a text of anything."""
        for quote in "'\"":
            assert tree(f"a: {quote}{scalar}{quote}").value == {"a": scalar}
            assert tree(f"a: {quote}{scalar}{quote}").findings == []

    def test_json_numbers_and_truth_values_are_text(self) -> None:
        """A number in a JSON file keeps its zeros, however many figures it has."""
        read = tree("[1.10, 1e5, -0, true, null, 1" + "0" * 5000 + "]", JSON)
        assert read.value == ["1.10", "1e5", "-0", "true", None, "1" + "0" * 5000]

    @pytest.mark.parametrize(
        "scalar", [".nan", ".NaN", "NaN", ".inf", "-.INF", "+.inf", "-Infinity"]
    )
    def test_what_is_not_a_number_is_found(self, scalar: str) -> None:
        """A value that says it is no number, or endless, is an error unless it stands in quotes."""
        read = tree(f"a: 1\nb: {scalar}\n")
        assert found(read) == [("value-not-a-number", 2)]
        assert scalar in read.findings[0].message
        assert "quotes" in read.findings[0].remedy

    def test_what_is_not_a_number_is_found_in_json(self) -> None:
        """The words for no number that programs write into JSON files are found too."""
        assert found(tree('{"a": NaN,\n"b": -Infinity}', JSON)) == [
            ("value-not-a-number", 1),
            ("value-not-a-number", 2),
        ]


class TestPlaces:
    """Every value has its line."""

    def test_every_value_is_at_its_line(self) -> None:
        """A value of a mapping stands at its key, an item of a list where it begins."""
        read = tree("# comment\na: 1\nb:\n  - c:\n      long\n  - d\n")
        lines = {path: place.line for path, place in read.places.items()}
        assert lines == {
            (): 2,
            ("a",): 2,
            ("b",): 3,
            ("b", 0): 4,
            ("b", 0, "c"): 4,
            ("b", 1): 6,
        }
        assert {place.file for place in read.places.values()} == {YAML}

    def test_json_may_be_set_in_with_tabs(self) -> None:
        """A JSON file may have tabs wherever it may have spaces, before its first sign too."""
        read = tree('\t{\n\t"a":\t1\n\t}', JSON)
        assert (read.value, read.findings) == ({"a": "1"}, [])

    def test_json_values_are_at_their_lines_too(self) -> None:
        """Lines are known in a JSON file as in a YAML file."""
        read = json_tree({"a": [1, {"b": 2}]}, indent=2)
        assert read.places["a", 1, "b"] == Location(JSON, 5)

    def test_the_nearest_place_of_a_missing_value(self) -> None:
        """What is not in the file is placed at the value that should hold it."""
        read = tree("a: 1\nb:\n  c: 2\n")
        assert read.place(("b", "d", 3)) == Location(YAML, 2)
        assert tree("").place(("b",)) == Location(YAML)


class TestHazards:
    """Whatever could mean more than it seems."""

    def test_an_anchor_and_an_alias(self) -> None:
        """One value that stands for another is an error at either end."""
        read = tree("a: &x 1\nb: *x\n")
        assert found(read) == [("file-alias", 1), ("file-alias", 2)]
        assert "&x" in read.findings[0].message
        assert "anchor" in read.findings[0].remedy
        assert "*x" in read.findings[1].message
        assert read.value == {"a": "1", "b": None}

    @pytest.mark.parametrize("text", ["&x a: 1", "*x : 1", "- &x [1]", "- &x {a: 1}"])
    def test_an_anchor_or_alias_anywhere(self, text: str) -> None:
        """Keys and collections may not be named for use elsewhere either."""
        assert ("file-alias", 2) in found(tree(f"# first line\n{text}\n"))

    def test_a_bomb_is_not_expanded(self) -> None:
        """A file in which each value stands for ten others is refused without being unfolded."""
        lines = ["a0: &a0 [x, x]"]
        lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
        read = tree("\n".join(lines))
        assert len(read.findings) == 30 + 29 * 10
        assert read.value["a29"] == [None] * 10

    @pytest.mark.parametrize(
        "text",
        [
            "a: !!python/object/apply:os.system [x]",
            "a: !x 1",
            "a: !!int 1",
            "!!str a: 1",
            "!!map {}",
        ],
    )
    def test_a_tag(self, text: str) -> None:
        """A tag, which would change what a value is or run something, is an error."""
        read = tree(f"# first line\n{text}\n")
        assert found(read) == [("file-tag", 2)]
        assert read.findings[0].remedy == "Delete the tag."

    def test_a_merge_key(self) -> None:
        """A key that would pour one mapping into another is an error."""
        read = tree("a: 1\n<<: {b: 2}\n")
        assert found(read) == [("file-alias", 2)]
        assert "themselves" in read.findings[0].remedy

    def test_a_quoted_merge_key_is_a_word(self) -> None:
        """Quotes make an ordinary key of the sign that merges mappings."""
        assert tree('"<<": 1').findings == []

    def test_a_duplicate_key(self) -> None:
        """A key that is there twice is an error that names the first line, whose value stays."""
        read = tree("a: 1\nb: 2\na: 3\n")
        assert found(read) == [("key-duplicate", 3)]
        assert "'a'" in read.findings[0].message
        assert "line 1" in read.findings[0].message
        assert read.value == {"a": "1", "b": "2"}

    def test_a_duplicate_key_in_json(self) -> None:
        """A key that is there twice is found in a JSON file too."""
        assert found(tree('{"a": 1,\n"a": 2}', JSON)) == [("key-duplicate", 2)]

    def test_the_same_key_in_two_mappings_is_no_duplicate(self) -> None:
        """Each mapping has its own keys."""
        assert tree("- a: 1\n- a: 2\n").findings == []

    @pytest.mark.parametrize("text", ["? [a]\n: 1\n", "? {a: 1}\n: 1\n", "{[a]: 1}"])
    def test_a_key_that_is_no_word(self, text: str) -> None:
        """A list or mapping as key is an error."""
        assert found(tree(text)) == [("key-not-text", 1)]

    def test_a_second_document(self) -> None:
        """A file holds one document; the line at which another begins is an error."""
        read = tree("---\na: 1\n---\nb: 2\n")
        assert found(read) == [("file-documents", 3)]
        assert read.value == {"a": "1"}

    def test_a_document_may_have_its_marks(self) -> None:
        """The marks that begin and end a document are no second one."""
        assert tree("---\na: 1\n...\n").findings == []

    def test_nesting(self) -> None:
        """Twenty levels of lists and mappings are read, one more is an error at its line."""
        opening, closing = "[\n" * MAX_DEPTH, "]" * MAX_DEPTH
        assert tree(opening + closing).findings == []
        assert found(tree("[\n" + opening + closing + "]")) == [("file-nesting", MAX_DEPTH + 1)]

    @pytest.mark.parametrize("name", [YAML, JSON])
    def test_nesting_without_end(self, name: str) -> None:
        """A file that only ever goes deeper is refused at the first level that is too deep."""
        assert found(tree("[\n" * 400_000, name)) == [("file-nesting", MAX_DEPTH + 1)]

    def test_syntax(self) -> None:
        """A file that is no YAML is an error at the line where it stops being so."""
        read = tree("a: 1\nb: c: d\n")
        assert found(read) == [("file-syntax", 2)]
        assert "YAML" in read.findings[0].remedy

    def test_json_syntax(self) -> None:
        """A JSON file is held to the rules of JSON, not to those of YAML."""
        read = tree('{"a": 1,\nb: 2}', JSON)
        assert found(read) == [("file-syntax", 2)]
        assert "JSON" in read.findings[0].remedy

    def test_reading_goes_on_past_a_finding(self) -> None:
        """Hazards of different kinds in one file are found together."""
        read = tree("a: &x 1\nb: !t 2\nc: .nan\nc: 3\nd: \u202e\n<<: {}\ne: [\n")
        assert {rule for rule, _ in found(read)} == {
            "file-alias",
            "file-tag",
            "value-not-a-number",
            "key-duplicate",
            "character-forbidden",
            "file-syntax",
        }


class TestCharacters:
    """What cannot be printed, and what comes in another encoding."""

    @pytest.mark.parametrize(
        "code", [0x00, 0x07, 0x0C, 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0x202E, 0xFFFF]
    )
    def test_a_raw_character_that_cannot_be_printed(self, code: int) -> None:
        """A control character or direction override is named, with the line it first stands on."""
        read = tree(f"a: 1\nb: x{chr(code)}y{chr(code)}\n")
        assert found(read) == [("character-forbidden", 2)]
        assert f"U+{code:04X}" in read.findings[0].message
        assert read.value == {"a": "1", "b": "xy"}

    @pytest.mark.parametrize("name", [YAML, JSON])
    @pytest.mark.parametrize("code", [0x00, 0x07, 0x1B, 0x7F, 0x85, 0x2028, 0x202E, 0xFFFE])
    def test_an_escaped_character_that_cannot_be_printed(self, code: int, name: str) -> None:
        """An escape does not hide a character that cannot be printed, in a value or in a key."""
        value = tree(f'{{"a": 1,\n"b": "x\\u{code:04x}"}}', name)
        key = tree(f'{{"a": 1,\n"x\\u{code:04x}": 2}}', name)
        assert found(value) == found(key) == [("character-forbidden", 2)]
        assert f"U+{code:04X}" in value.findings[0].message
        assert value.value == {"a": "1", "b": "x"}

    @pytest.mark.parametrize(
        "text", ["a\tb", "é العربية 中文", "\u2011", "\u00a0", "😀", "\ufeff", "\u2066"]
    )
    def test_every_other_character_is_kept(self, text: str) -> None:
        """Tabs, other scripts, non-breaking hyphens and spaces, emoji and isolates are text."""
        assert tree(f"a: x{text}y").value == {"a": f"x{text}y"}
        assert json_tree({"a": text}).value == {"a": text}
        assert json_tree({"a": text}, ensure_ascii=False).value == {"a": text}

    @pytest.mark.parametrize(
        "escape", ["\\ud83d", "\\ude00", "\\ud83d\\ud83d\\ude00", "\\ude00\\ud83d"]
    )
    def test_half_a_character_in_json(self, escape: str) -> None:
        """An escape for half of a character is an error at its line."""
        read = tree(f'{{"a": 1,\n"b": "{escape}"}}', JSON)
        assert set(found(read)) == {("character-forbidden", 2)}
        assert "half of a character" in read.findings[0].message

    def test_half_a_character_in_yaml(self) -> None:
        """YAML has no escapes for halves of characters, so even two of them are an error."""
        for escape in ("\\ud83d", "\\ud83d\\ude00"):
            read = tree(f'a: 1\nb: "{escape}"\n')
            assert found(read) == [("character-forbidden", 2)]
            assert read.findings[0].remedy == "Write the character itself."

    def test_two_halves_in_json_are_the_character(self) -> None:
        """The pair of escapes that JSON has for a character such as an emoji is read as one."""
        assert tree('{"a": "\\ud83d\\ude00 \\uD83D\\uDE00"}', JSON).value == {"a": "😀 😀"}

    def test_a_backslash_before_an_escape_is_a_backslash(self) -> None:
        """What looks like an escape after an escaped backslash is text."""
        read = tree('{"a": "\\\\ud83d\\\\ude00"}', JSON)
        assert read.value == {"a": "\\ud83d\\ude00"}
        assert read.findings == []

    @pytest.mark.parametrize(
        ("data", "line", "where"),
        [
            ("a: é".encode("latin-1"), 1, "byte 3 (0xE9)"),
            (b"a: 1\nb: 2\nc: \x92", 3, "byte 13 (0x92)"),
            (b"\xef\xbb\xbfa: 1\nb: \xe9", 2, "byte 11 (0xE9)"),
            ("a: 1".encode("utf-16"), 1, "byte 0 (0xFF)"),
            (b"a: \xed\xa0\xbd", 1, "byte 3 (0xED)"),
            (b"a: \xc0\xaf", 1, "byte 3 (0xC0)"),
        ],
    )
    def test_another_encoding(self, data: bytes, line: int, where: str) -> None:
        """The first byte that is not UTF-8 is named, with its line."""
        read = tree(data)
        assert found(read) == [("file-encoding", line)]
        assert where in read.findings[0].message
        assert "UTF-8" in read.findings[0].remedy

    def test_utf_16_without_a_mark(self) -> None:
        """A file in two bytes a letter is found by the zeros between its letters."""
        assert found(tree("a: 1".encode("utf-16-le"))) == [("character-forbidden", 1)]

    @pytest.mark.parametrize("name", [YAML, JSON])
    def test_a_byte_order_mark(self, name: str) -> None:
        """The mark that some editors put in front of UTF-8 is no part of the text."""
        read = tree(b'\xef\xbb\xbf{"a": "1"}', name)
        assert (read.value, read.findings) == ({"a": "1"}, [])

    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_line_ends(self, end: str) -> None:
        """Files from any system have the same lines."""
        read = tree(f"a: 1{end}{end}b: 2{end}b: 3{end}")
        assert found(read) == [("key-duplicate", 4)]


class TestSize:
    """Files that hold nothing, or too much."""

    @pytest.mark.parametrize(
        "data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"# a comment\n", b"---\n", b"~"]
    )
    def test_an_empty_file(self, data: bytes) -> None:
        """A file without any value is an error."""
        read = tree(data)
        assert found(read) == [("file-empty", None)]
        assert read.value is None

    def test_a_mebibyte_is_read(self) -> None:
        """A file of exactly one mebibyte is read."""
        assert tree(b"a: " + b"x" * (MAX_BYTES - 3)).value == {"a": "x" * (MAX_BYTES - 3)}

    def test_more_than_a_mebibyte(self) -> None:
        """One byte more is an error, whatever is in the file."""
        read = tree(b"a: " + b"\xff" * (MAX_BYTES - 2))
        assert found(read) == [("file-too-large", None)]
        assert "1 MiB" in read.findings[0].message


SIGNS = "[]{},:'\"@`~\t\r\n\x00\x85\u2028\ufeffé😀"
STARTS = ("a", "b: ", "  ", "- ", "? ", ": ", "&x ", "*x ", "!t ", "<<: ", '"a": ', ".nan")
LINES = ("|\n", ">-\n", "# ", "---\n", "...\n", "%YAML 1.1\n", "\n")
ESCAPES = ("\\ud83d", "\\x01", "\\u2028")
PIECES = st.sampled_from([*SIGNS, *STARTS, *LINES, *ESCAPES])
PRINTABLE = st.text().filter(lambda text: not UNPRINTABLE.search(text))
KEYS = st.text(string.ascii_letters + "<-_?*&!é😀 \n", max_size=20)
JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | PRINTABLE,
    lambda values: st.lists(values, max_size=4) | st.dictionaries(KEYS, values, max_size=4),
    max_leaves=20,
)


@given(st.binary(), st.sampled_from([YAML, JSON]))
def test_any_bytes_are_read_or_found_wrong(data: bytes, name: str) -> None:
    """Whatever the bytes of a file, reading it gives a value or a finding, and never fails."""
    read = tree(data, name)
    assert read.value is not None or found(read)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from([YAML, JSON]))
def test_any_yaml_is_read_or_found_wrong(text: str, name: str) -> None:
    """Whatever marks of YAML stand in a file, reading it gives a value or a finding with a line."""
    read = tree(text, name)
    assert read.value is not None or found(read)
    lines = text.count("\n") + text.count("\r") + 1
    assert all(1 <= line <= lines + 1 for _, line in found(read) if line is not None)
    assert not UNPRINTABLE.search(json.dumps(read.value, ensure_ascii=False))


@given(JSON_VALUES, st.sampled_from([None, 2, "\t"]), st.booleans())
def test_any_value_dumped_as_json_is_read_back(value: Any, indent: Any, ascii_only: bool) -> None:
    """What a program writes as JSON is read as the same values, every scalar as its text."""
    read = json_tree({"value": value}, indent=indent, ensure_ascii=ascii_only)
    assert read.findings == []
    assert read.value == {"value": as_text(value)}


def as_text(value: Any) -> Any:
    """A value with every scalar as the text that JSON has for it."""
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    return value if value is None or isinstance(value, str) else json.dumps(value)
