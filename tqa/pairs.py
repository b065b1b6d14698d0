"""A translation and its source, two documents, become one: sentences that belong together, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tqa.align import Unit as Sentence
from tqa.align import align_documents
from tqa.lang import language
from tqa.model import Document, TqaError, Unit
from tqa.text import Piece, Text

Paragraphs = list[list[Text]]  # of sentences


def pair(target: Document, source: Document) -> Document:
    """The target's document with the source beside it. A sentence without counterpart has an empty other side.

    One paragraph of a few sentences on either side makes one unit: there is nothing to align.

    Raises:
        TqaError: a side is empty, in the wrong language, far too short or long to be the other's translation, or has
            next to nothing in common with it.
    """
    _refuse(target, source)
    ours, theirs = _sentences(source), _sentences(target)
    if len(ours) == len(theirs) == 1 and min(len(ours[0]), len(theirs[0])) < _FEW:
        units: Sequence[Unit] = [target.units[0]._replace(source=source.units[0].target)]
    else:
        units = _aligned(target, source, ours, theirs)
        _refuse_strangers(units, target, source)
    return target._replace(
        units=tuple(units), source_lang=source.lang, source_path=source.path, source_raw=source.raw
    )


_FEW = 4  # sentences from which a paragraph is aligned


def _aligned(target: Document, source: Document, ours: Paragraphs, theirs: Paragraphs) -> list[Unit]:
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


def _sentences(document: Document) -> Paragraphs:
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


def _keys(document: Document, paragraphs: Paragraphs) -> list[list[Sentence]]:
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
        message = f"is not {source.lang}, and {target.path} is not {target.lang}: swapped?"
        raise TqaError(message, source.path, hint=f"if not, say --lang {source.lang}")
    for document in wrong:
        hint = f"is the translation {_NAMES.get(source.lang)}? Say --lang {source.lang}" if document is source else ""
        raise TqaError(f"does not look like {_NAMES.get(document.lang, document.lang)}", document.path, hint=hint)
    sizes = {document.lang: len(text) for document, text in ((source, ours), (target, theirs))}
    ratio = sizes["en"] / sizes["ja"] if len(sizes) == 2 else 1.0
    if max(sizes.values()) > 400 and not _RATIOS[0] < ratio < _RATIOS[1]:
        long_, short = (target, source) if len(theirs) > len(ours) else (source, target)
        raise TqaError(f"is far too long to belong to {short.path}: nothing was compared", long_.path)


def refuse_rows(document: Document) -> None:
    """Say so where the sides of a document that holds both are not in their languages.

    Raises:
        TqaError: they are not.
    """
    units = _both(document.units)
    if len(units) < _ROWS:
        return
    ours = "".join(unit.source.string for unit in units if unit.source)
    theirs = "".join(unit.target.string for unit in units)
    wrong = [not _is(ours, document.source_lang), not _is(theirs, document.lang)]
    names = [_NAMES.get(lang, lang) for lang in (document.source_lang, document.lang)]
    if all(wrong):
        raise TqaError(f"its sources are not {names[0]} and its translations not {names[1]}: swapped?", document.path)
    if any(wrong):
        side = "sources" if wrong[0] else "translations"
        raise TqaError(f"its {side} do not look like {names[0 if wrong[0] else 1]}", document.path)


def _both(units: Sequence[Unit]) -> list[Unit]:
    return [unit for unit in units if unit.source and unit.source.string.strip() and unit.target.string.strip()]


_ROWS = 5  # segments from which a language can be told


def _refuse_strangers(units: Sequence[Unit], target: Document, source: Document) -> None:
    """Say so where hardly a sentence has found its counterpart and their words render each other by accident only."""
    pairs = _both(units)
    if 2 * sum(unit.confident for unit in pairs) >= len(pairs) > 0 or {target.lang, source.lang} != {"en", "ja"}:
        return
    from tqa.lang.counterparts.coverage import coverage

    known = rendered = 0.0
    for unit in pairs:
        assert unit.source is not None
        sides = {source.lang: unit.source.string, target.lang: unit.target.string}
        words = coverage(sides["ja"], sides["en"]).words
        known += sum(word.weight for word in words)
        rendered += sum(word.weight for word in words if not word.open)
    if known > _ENOUGH and rendered < _STRANGE * known:
        raise TqaError(f"does not look like the source of {target.path}: nothing was compared", source.path)


# Texts that belong together have nine sure sentences in ten and render 0.7 of what is known of their words, 0.3 at
# the least; strangers have none and 0.1.
_ENOUGH, _STRANGE = 15.0, 0.25
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
