"""A translation and its source, two documents, become one: sentences that belong together, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tqa.align import Unit as Sentence
from tqa.align import align_documents
from tqa.lang import language
from tqa.model import Document, TqaError, Unit
from tqa.text import Piece, Text


def pair(target: Document, source: Document) -> Document:
    """The target's document with the source beside it. A sentence without counterpart has an empty other side.

    One paragraph on either side makes one unit: there is nothing to align.

    Raises:
        TqaError: a side is empty, in the wrong language, or far too short or long to be the other's translation.
    """
    _refuse(target, source)
    if len(target.units) == 1 and len(source.units) == 1:
        units: Sequence[Unit] = [target.units[0]._replace(source=source.units[0].target)]
    else:
        units = _aligned(target, source)
    return target._replace(
        units=tuple(units), source_lang=source.lang, source_path=source.path, source_raw=source.raw
    )


def _aligned(target: Document, source: Document) -> list[Unit]:
    ours, theirs = _sentences(source), _sentences(target)
    links = align_documents(_keys(source, ours), _keys(target, theirs))
    source_texts = [text for paragraph in ours for text in paragraph]
    target_texts = [text for paragraph in theirs for text in paragraph]
    kinds = [unit.kind for unit, paragraph in zip(target.units, theirs, strict=True) for _ in paragraph]
    units = []
    at = 0
    for link in links:
        found = _join([target_texts[index] for index in link.target], target.lang)
        if found is None:
            found = Text("", (Piece(0, 0, at, at),))
        at = found.locate(0, len(found.string)).end
        other = _join([source_texts[index] for index in link.source], source.lang)
        kind = kinds[link.target[0]] if link.target else ""
        units.append(Unit(found, other or Text.plain(""), kind=kind, confident=link.confident))
    return units


def _sentences(document: Document) -> list[list[Text]]:
    split = language(document.lang).sentences
    return [list(_split(unit.target, split(unit.target.string))) for unit in document.units]


def _split(text: Text, spans: Sequence[tuple[int, int]]) -> Iterator[Text]:
    """The parts of a text; a mark that stands between two belongs to the first."""
    for (start, end), (follows, _) in pairwise((*spans, (len(text.string) + 1, 0))):
        part = text.slice(start, end)
        if text.marks and follows > end:
            between = (mark for mark in text.marks if not mark.size and end <= mark.at < follows)
            marks = [mark for mark in part.marks if mark.size or mark.at < end - start]
            marks.extend(mark._replace(at=end - start) for mark in between)
            part = Text(part.string, part.pieces, tuple(marks), part.written)
        yield part


def _keys(document: Document, paragraphs: list[list[Text]]) -> list[list[Sentence]]:
    describe = language(document.lang).alignment
    found = []
    for unit, paragraph in zip(document.units, paragraphs, strict=True):
        kind = {f"kind:{unit.kind}"} if unit.kind else set()
        sentences = []
        for text in paragraph:
            length, anchors, words = describe(text.string)
            marks = {f"mark:{mark.name}" for mark in text.marks if not mark.name.startswith("<")}
            sentences.append(Sentence(length, anchors | marks | kind, words))
        found.append(sentences)
    return found


def _join(texts: list[Text], lang: str) -> Text | None:
    """Sentences as one text; what separates them in the file is a gap, shown as a space in English."""
    if not texts:
        return None
    parts = [texts[0]]
    for before, after in pairwise(texts):
        if lang != "ja":
            low, high = before.locate(0, len(before.string)).end, after.locate(0, len(after.string)).start
            parts.append(Text(" ", (Piece(0, 1, low, max(low, high), "soft-break"),)))
        parts.append(after)
    return Text.join(parts)


def _refuse(target: Document, source: Document) -> None:
    """Say in one line what cannot be a translation and its source, rather than in a thousand findings."""
    ours, theirs = _text(source), _text(target)
    if not ours or not theirs:
        raise TqaError("is empty: there is nothing to compare", (source if not ours else target).path)
    wrong = [document for document, text in ((source, ours), (target, theirs)) if not _is(text, document.lang)]
    if len(wrong) == 2:
        raise TqaError(f"is not {source.lang}, and {target.path} is not {target.lang}: swapped?", source.path)
    for document in wrong:
        raise TqaError(f"does not look like {_NAMES[document.lang]}", document.path)
    sizes = {document.lang: len(text) for document, text in ((source, ours), (target, theirs))}
    ratio = sizes["en"] / sizes["ja"] if len(sizes) == 2 else 1.0
    if max(sizes.values()) > 400 and not _RATIOS[0] < ratio < _RATIOS[1]:
        long_, short = (target, source) if len(theirs) > len(ours) else (source, target)
        raise TqaError(f"is far too long to belong to {short.path}: nothing was compared", long_.path)


_NAMES = {"en": "English", "ja": "Japanese"}
_RATIOS = (0.5, 12.0)  # English characters for one of Japanese; 2 to 3 is usual


def _text(document: Document) -> str:
    return "".join("".join(unit.target.string.split()) for unit in document.units)


def _is(text: str, lang: str) -> bool:
    """True unless the script says otherwise: Japanese has one kana or Han letter in ten, English not seven."""
    letters = [char for char in text[:4000] if char.isalpha()]
    japanese = sum("\u3040" <= char <= "\u9fff" for char in letters)
    if len(letters) < 20:
        return True
    return japanese * 10 >= len(letters) if lang == "ja" else japanese * 10 <= 7 * len(letters)
