"""What the parts of Word and Excel files may be, by content type and by relationship."""

import re
from collections.abc import Mapping

from council_report.intake.gate.refusal import Problem
from council_report.model.message import Message

MACROS = Problem(
    "file-active",
    Message("the file holds macros"),
    Message("Save it as an ordinary Word document (.docx) or Excel workbook (.xlsx)."),
)
CONTROLS = Problem(
    "file-active",
    Message("the file holds buttons or fields that run a program (ActiveX)"),
    Message("Delete them (Developer, Design Mode shows them), and save the file again."),
)
OBJECTS = Problem(
    "file-active",
    Message("another document is embedded in the file, such as an Excel table or chart in Word"),
    Message("Cut it out, paste it as a picture or as an ordinary table, and save the file again."),
)
INSERTED = Problem(
    "file-active",
    Message("another file is inserted in the file as a whole, which no two programs read alike"),
    Message("Open the file in Word, save it once as .docx, and send that."),
)
CONNECTIONS = Problem(
    "file-external",
    Message("the workbook takes data from elsewhere"),
    Message(
        "Take the connections away (Data, Queries and Connections; Data, Edit Links, Break Link), "
        "and save it again."
    ),
)
MERGED = Problem(
    "file-external",
    Message("the document takes addresses from another file (mail merge)"),
    Message("Choose Mailings, Start Mail Merge, Normal Word Document, and save again."),
)
FETCHED = Problem(
    "file-external",
    Message("the file takes text or tables from other files"),
    Message("Break the links (Edit, Links to External Files, Break Link), and save again."),
)
MASTER = Problem(
    "file-external",
    Message("the document is made of several files (a master document)"),
    Message("Bring them into one (View, Outline, Show Document, Unlink), and save that."),
)
ADDED_PROGRAM = Problem(
    "file-active",
    Message("the file carries an add-in or buttons of its own"),
    Message(
        "Take the add-in away (File, Info, Check for Issues, Inspect Document, Task Pane Add-ins, "
        "Remove All) and save again. Or copy the text into the form."
    ),
)

REFUSED_TYPES: Mapping[re.Pattern[str], Problem] = {
    re.compile(r"vbaProject|vbaData|macrosheet", re.IGNORECASE): MACROS,
    re.compile(r"activeX", re.IGNORECASE): CONTROLS,
    re.compile(
        r"oleObject|presentationml|(wordprocessingml\.document|spreadsheetml\.sheet"
        r"|opendocument\.\w+|application/(msword|pdf|movie|vnd\.ms-(excel|powerpoint)))$"
    ): OBJECTS,
    re.compile(r"^(text/(html|plain|rtf)|message/rfc822|application/(rtf|xhtml\+xml))$"): INSERTED,
    re.compile(r"externalLink|connections|queryTable|volatileDependencies"): CONNECTIONS,
    re.compile(r"attachedToolbars|webextension|keyMapCustomizations"): ADDED_PROGRAM,
}
"""Why a part of this content type keeps the file from being read."""

REFUSED_NAMES: Mapping[re.Pattern[str], Problem] = {
    re.compile(r"/?customUI/", re.IGNORECASE): ADDED_PROGRAM,
    re.compile(r"(^|/)embeddings/.", re.IGNORECASE): OBJECTS,
    re.compile(r"(^|/)activeX/.", re.IGNORECASE): CONTROLS,
    re.compile(r"(^|/)vbaProject", re.IGNORECASE): MACROS,
}
"""The same by the name of the part, whatever type it says it has."""

REFUSED_RELATIONS: Mapping[str, Problem] = {
    "vbaProject": MACROS,
    "wordVbaData": MACROS,
    "xlMacrosheet": MACROS,
    "xlIntlMacrosheet": MACROS,
    "control": CONTROLS,
    "activeXControlBinary": CONTROLS,
    "oleObject": OBJECTS,
    "package": OBJECTS,
    "aFChunk": INSERTED,
    "subDocument": MASTER,
    "frame": MASTER,
    "externalLink": CONNECTIONS,
    "externalLinkPath": CONNECTIONS,
    "connections": CONNECTIONS,
    "queryTable": CONNECTIONS,
    "mailMergeSource": MERGED,
    "mailMergeHeaderSource": MERGED,
    "extensibility": ADDED_PROGRAM,
    "attachedToolbars": ADDED_PROGRAM,
    "keyMapCustomizations": ADDED_PROGRAM,
    "webextension": ADDED_PROGRAM,
    "webextensiontaskpanes": ADDED_PROGRAM,
}
"""Why a relationship of this kind, by the end of its name, keeps the file from being read."""

OOXML = r"application/vnd\.openxmlformats-officedocument\."
ALLOWED_TYPES = re.compile(
    rf"""
      {OOXML}wordprocessingml\.(document\.(main|glossary)|styles|stylesWithEffects|fontTable
        |settings|webSettings|header|footer|footnotes|endnotes|numbering|comments
        |comments(Extended|Ids|Extensible)|people)\+xml
    | {OOXML}spreadsheetml\.(sheet\.main|worksheet|chartsheet|styles|sharedStrings|calcChain
        |comments|table|tableSingleCells|xmlMaps|pivotTable|pivotCacheDefinition|pivotCacheRecords
        |sheetMetadata|userNames|revisionHeaders|revisionLog)\+xml
    | {OOXML}(spreadsheetml|wordprocessingml)\.(printerSettings|customProperty)
    | {OOXML}drawing\+xml | {OOXML}(drawingml\.\w+|theme|themeOverride)\+xml
    | {OOXML}(vmlDrawing|obfuscatedFont)
    | {OOXML}(extended-properties|custom-properties|customXmlProperties)\+xml
    | application/vnd\.openxmlformats-package\.(relationships|core-properties)\+xml
    | application/vnd\.openxmlformats-package\.digital-signature-[a-z]+(\+xml)?
    | application/vnd\.ms-word\.(stylesWithEffects|people|comments(Extended|Ids|Extensible))\+xml
    | application/vnd\.ms-excel\.(threadedcomments|person|slicer|slicerCache|timeline
        |timelineCache|rd[a-z]+|rich[a-z]+|featurepropertybag|controlproperties|namedsheetviews
        |wssortmap)\+xml
    | application/vnd\.ms-office\.(chartstyle|chartcolorstyle|chartex|classificationlabels
        |documenttasks|intelligence2?|drawingml\.diagramDrawing)\+xml
    | application/(xml|inkml\+xml|x-font-ttf|x-fontdata)
    | text/xml | font/\w+ | image/[\w.+-]+ | model/gltf\.binary
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What a Word or Excel file may hold: text, tables, looks, drawings, properties. No code."""

ALLOWED_NAMES = re.compile(r"\[trash\]/\w+\.dat|(word|xl)/metadata|docProps/thumbnail\.\w+")
"""Parts without a type that Office and Google write, and nobody opens."""

ALLOWED_RELATIONS = re.compile(
    r"""
      officeDocument | (core|extended|custom)-properties | thumbnail | classificationlabels
    | styles | stylesWithEffects | fontTable | font | settings | webSettings
    | theme | themeOverride | numbering | header | footer | footnotes | endnotes
    | comments(Extended|Ids|Extensible)? | people | glossaryDocument | bibliography
    | image | hdphoto | model3d | hyperlink | ink | intelligence | documenttasks
    | customXml | customXmlProps | customProperty
    | worksheet | chartsheet | sharedStrings | calcChain | table | tableSingleCells | xmlMaps
    | printerSettings | sheetMetadata | usernames | revisionHeaders | revisionLog
    | drawing | (vml|legacy)Drawing(HF)? | chart | chartEx | chart(UserShapes|Style|ColorStyle)
    | diagram(Data|Layout|QuickStyle|Colors|Drawing) | ctrlProp | slicer | slicerCache
    | pivotTable | pivotCache(Definition|Records) | threadedComment | person
    | namedSheetView | wsSortMap | timeline | timelineCache | FeaturePropertyBag
    | rd\w+ | richValueRel | richStyles
    | origin | signature | certificate
    | docsCustomData | workbookmetadata | wpsCustomData | cellImage
    """,
    re.VERBOSE,
)
"""The relationships that may be, by the end of their names."""
