"""Who owes what: whoever is late is named with the contact, whoever sent a broken file is not."""


def test_an_id_used_in_two_files(office):
    """An id used by two files is an error at the later one, naming the first one's place."""
    office.edit(office.report, "id: leading-role", "id: standards-work")
    contributions, (finding,) = office.judge()
    assert (finding.rule, finding.severity) == ("entry-duplicate", "error")
    assert finding.location == office.at(office.report, "id: standards-work")
    first = office.at(office.standards, "id: standards-work")
    assert finding.message == f"the id 'standards-work' is taken already: {first}"
    assert finding.remedy == "Give this entry an id of its own."
    assert [one.file for one in contributions if one.set_aside] == [office.report]


def test_an_id_used_twice_in_one_file(office):
    """An id used twice in one file is an error at the second."""
    office.edit(office.report, "id: council-action", "id: report-purpose")
    rules = {finding.rule: finding for finding in office.findings()}
    assert rules["entry-duplicate"].location == office.at(office.report, "id: report-purpose", 2)


def test_an_id_in_a_file_set_aside_is_free(office):
    """The ids of a file that is set aside are not held against others."""
    office.edit(office.standards, "countries: [CH]", "countries: [XX]")
    office.edit(office.report, "id: leading-role", "id: standards-work")
    assert [finding.rule for finding in office.findings()] == ["country-unknown"]


def test_a_contributor_who_sent_nothing(office):
    """A contributor who owes sections and sent no file is an error at its folder."""
    del office.texts[office.report]
    (finding,) = office.findings()
    assert (finding.rule, finding.severity) == ("contributor-silent", "error")
    assert str(finding.location) == "inputs/C25/secretariat/"
    assert finding.message == (
        "no usable file has come from General Secretariat "
        "(Secretariat focal point, secretariat@example.org)"
    )
    assert finding.remedy == "Ask for: purpose, action, introduction."


def test_a_contributor_who_owes_nothing_may_be_silent(office):
    """A contributor who is in no outline is not asked for anything."""
    office.edit(
        office.session,
        "documents:\n",
        "  - key: itu-r\n"
        "    name: {en: ITU-R, fr: UIT-R}\n"
        "    contact: {role: ITU-R focal point, email: itu-r@example.org}\n"
        "documents:\n",
    )
    assert office.findings() == ()


def test_a_section_that_nothing_was_sent_for(office):
    """A section owed and not written to is an error at the contributor's folder.

    The remedy names the line of the outline that asks for it.
    """
    start, _, _ = office.texts[office.report].partition("  - id: leading-role")
    office.texts[office.report] = start
    (finding,) = office.findings()
    assert (finding.rule, finding.severity) == ("section-awaited", "error")
    assert str(finding.location) == "inputs/C25/secretariat/"
    assert finding.message == (
        "General Secretariat (Secretariat focal point, secretariat@example.org) has sent nothing "
        "for the section 'introduction' of the report"
    )
    place = office.at(office.session, "contributors: [secretariat]")
    assert finding.remedy == f"Ask for it, or take the contributor out: {place}."


def test_a_box_row_that_nothing_was_sent_for(office):
    """A row of the box that its writer left out is an error as well."""
    office.edit(office.report, "section: action", "section: purpose")
    (finding,) = office.findings()
    assert finding.rule == "section-awaited"
    assert finding.message.endswith("has sent nothing for the box row 'action' of the report")
    assert finding.remedy.endswith(f": {office.at(office.session, 'box_from')}.")


def test_a_file_set_aside_has_been_sent_all_the_same(office):
    """A section that only a file set aside writes to is not asked for again."""
    office.edit(office.standards, "    countries: [CH]", "    nations: [CH]")
    assert [finding.rule for finding in office.findings()] == ["key-unknown"]


def test_a_file_that_cannot_be_read_may_hold_anything(office):
    """While a contributor's file cannot be read at all, nothing else is asked of it."""
    office.texts[office.standards] = "entries: [\n"
    assert [finding.rule for finding in office.findings()] == ["file-syntax"]
