"""The ids of entries: those that their bookmarks carry, and new ones."""

from council_report.intake.documents.blocks import Part
from council_report.intake.documents.origin import Reading
from council_report.intake.documents.sketches import Sketch
from council_report.intake.naming import generated_id
from council_report.model.message import Message


def ids_of(sketches: list[Sketch], reading: Reading) -> list[str]:
    """The id of each entry: the one its bookmark carries, or one made of its words."""
    carried = [_carried(sketch, reading) for sketch in sketches]
    _recognise(carried, sketches, reading)
    taken = {key for key in carried if key}
    seen: set[str] = set()
    ids = []
    for sketch, key in zip(sketches, carried, strict=True):
        if key is None or key in seen:
            made = generated_id(sketch.named.passage.words, sketch.section, taken)
            if key:
                _note_copy(sketch.named, key, made, reading)
            key = made
        taken.add(key)
        seen.add(key)
        ids.append(key)
    return ids


def _recognise(carried: list[str | None], sketches: list[Sketch], reading: Reading) -> None:
    """Give the ids of a form to entries without bookmark that still read word for word as there.

    Some programs lose bookmarks, and what is typed at the beginning of an entry may take its
    bookmark over.
    """
    words = [" ".join(sketch.named.passage.words.split()) for sketch in sketches]
    holders = {key: place for place, key in reversed([*enumerate(carried)]) if key}
    for place, key in enumerate(map(reading.guide.texts.get, words)):
        if key is None or carried[place] is not None:
            continue
        holder = holders.get(key)
        if holder is None or words[holder] != words[place]:
            carried[place] = key
            holders[key] = place
            if holder is not None:
                carried[holder] = None


def _carried(sketch: Sketch, reading: Reading) -> str | None:
    """The id of an entry by its bookmark; the first, where two entries were made one."""
    ids = reading.ids(sketch.named)
    for gone in ids[1:]:
        message = Message("the entry “{gone}” has become part of “{kept}”", gone=gone, kept=ids[0])
        remedy = Message("Part the paragraphs again if they are meant to stay two entries.")
        reading.find("entries-joined", "warning", sketch.named, message, remedy)
    return ids[0] if ids else None


def _note_copy(part: Part, key: str, made: str, reading: Reading) -> None:
    message = Message(
        "the entry “{key}” was copied; this is the new entry “{made}”", key=key, made=made
    )
    remedy = Message("Nothing needs to be done, unless the copy stands here by mistake.")
    reading.find("entry-copied", "note", part, message, remedy)
