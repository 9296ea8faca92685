"""What is wrong with a table sets its file aside, for rows could be lost."""


def test_a_table_without_rows(office):
    """An entry of kind table without rows is an error at its kind."""
    table = office.texts[office.standards].partition("    table:")
    office.texts[office.standards] = table[0]
    remedy = "Add 'table:' with the rows in each language, or write another kind."
    place = office.at(office.standards, "kind: table")
    assert office.found() == [("table-missing", "error", place, remedy)]


def test_rows_in_an_entry_that_is_no_table(office):
    """Rows in an entry of another kind, which would not be printed, are an error."""
    office.edit(office.standards, "kind: table", "kind: bullet")
    (finding,) = office.findings()
    assert (finding.rule, finding.severity) == ("table-unexpected", "error")
    assert finding.location == office.at(office.standards, "    table:")
    assert finding.message == "the entry has the rows of a table, and is a bullet"
    assert finding.remedy == "Write 'kind: table', or delete the rows."


def test_a_table_that_is_not_translated(office):
    """Rows missing in a language that the caption has are an error at the table."""
    office.texts[office.standards] = office.texts[office.standards].partition("      fr:\n")[0]
    place = office.at(office.standards, "    table:")
    assert office.found() == [("table-untranslated", "error", place, "Add the rows under 'fr:'.")]


def test_a_table_with_no_language_at_all(office):
    """An empty table lacks every language of its caption."""
    before = office.texts[office.standards].partition("    table:")[0]
    office.texts[office.standards] = before + "    table: {}\n"
    remedies = {finding.remedy for finding in office.findings()}
    assert remedies == {"Add the rows under 'en:'.", "Add the rows under 'fr:'."}


def test_a_row_with_another_number_of_cells(office):
    """A row longer or shorter than the first is an error at that row."""
    office.edit(office.standards, '[CE 13, "120"]', '[CE 13, "120", more]')
    (finding,) = office.findings()
    assert (finding.rule, finding.severity) == ("table-ragged", "error")
    assert finding.location == office.at(office.standards, "more")
    assert finding.message == "this row has 3 cells, the first one 2"
    assert finding.remedy == "Give every row as many cells; write '' for an empty one."


def test_a_table_in_a_row_of_the_box(office):
    """The box has no room for a table, so an entry that puts one there is an error."""
    office.edit(
        office.standards,
        "id: standards-table\n    section: standards",
        "id: standards-table\n    section: action",
    )
    assert "table-in-box" in {finding.rule for finding in office.findings()}
