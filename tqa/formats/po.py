"""PO and POT: a translated entry is a segment, a plural form one of its own. polib gives no places, hence the scanner.

What nobody ships is no segment: fuzzy, untranslated and obsolete entries. The header says the language and the
encoding. A translator's comment `# tqa-ignore rule: reason` is for its entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from tqa.formats import LONGEST, File, counted
from tqa.model import Comment, Document, TqaError, Unit
from tqa.text import Lines, Piece, Text


class Entry(NamedTuple):
    """An entry: its strings by keyword ("msgstr[0]", …), its flags, its comments (start, end, text), its place."""

    strings: dict[str, Text]
    flags: frozenset[str]
    comments: tuple[tuple[int, int, str], ...]
    start: int
    end: int


def read(file: File) -> Document:
    """The translated entries of a PO file.

    Raises:
        TqaError: a line that PO does not have, a string that never closes, a language that tqa does not know.
    """
    lines = Lines(file.text)
    entries = list(counted(file.path, _entries(file.path, file.text, lines)))
    header = next((entry for entry in entries if _is_header(entry)), None)
    translated = [entry for entry in entries if not _is_header(entry) and "fuzzy" not in entry.flags]
    lang = _language(file, lines, header, translated)
    units: list[Unit] = []
    comments: list[Comment] = []
    for entry in translated:
        ours = list(_units(entry, len(units) + 1))
        if ours:
            comments.extend(Comment(*comment, entry.start, entry.end) for comment in entry.comments)
        units.extend(ours)
    source_lang = file.source_lang if lang == file.lang else file.lang
    path, raw = file.path, file.text
    return Document(path, raw, tuple(units), lang, source_lang, path, raw, comments=tuple(comments))


def _is_header(entry: Entry) -> bool:
    return entry.strings["msgid"].string == "" and "msgctxt" not in entry.strings


def _language(file: File, lines: Lines, header: Entry | None, entries: list[Entry]) -> str:
    """The language of the translations: what the header says, or else what they are written in."""
    named = re.search(r"^Language:[ \t]*(\S+)", header.strings["msgstr"].string, re.M) if header else None
    if named is None:
        kana = any(re.search("[ぁ-んァ-ヶ]", text.string) for entry in entries for text in _translations(entry))
        return "ja" if kana else file.lang
    code = re.split("[-_@.]", named.group(1).lower())[0]
    if code in (file.lang, file.source_lang):
        return code
    at = header.strings["msgstr"].locate(*named.span(1)).start if header else 0
    hint = f"tqa reads {file.source_lang} and {file.lang}"
    raise TqaError(f"is a translation into “{named.group(1)}”", file.path, *lines.place(at), hint)


def _translations(entry: Entry) -> list[Text]:
    return [text for key, text in entry.strings.items() if key.startswith("msgstr") and text.string]


def _units(entry: Entry, number: int) -> Iterator[Unit]:
    strings = entry.strings
    context = strings["msgctxt"].string if "msgctxt" in strings else ""
    plural = strings.get("msgid_plural")
    if plural is None:
        if "msgstr" in strings and strings["msgstr"].string:
            yield Unit(strings["msgstr"], strings["msgid"], context)
        return
    forms = [key for key in strings if key.startswith("msgstr[")]
    for key in forms:
        if strings[key].string:
            singular = key == "msgstr[0]" and len(forms) > 1
            # The singular may leave out the number: "one file" for "%d files".
            source = strings["msgid"] if singular else plural
            yield Unit(strings[key], source, (context or str(number)) + key[6:], confident=not singular)


_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*(?=\")")


def _entries(path: str, raw: str, lines: Lines) -> Iterator[Entry]:
    """The entries of a file, in order; those that are only comments or obsolete left out."""
    reader = _Reader(path, raw, lines)
    for number in range(1, len(lines.starts) + 1):
        start, end = lines.bounds(number)
        if number == 1 and raw.startswith("\ufeff"):
            start += 1
        while start < end and raw[start] in " \t":
            start += 1
        if entry := reader.line(start, end):
            yield entry
    if entry := reader.entry():
        yield entry


class _Reader:
    """Collects lines until an entry is whole."""

    def __init__(self, path: str, raw: str, lines: Lines) -> None:
        self.path, self.raw, self.lines = path, raw, lines
        self.clear()

    def clear(self) -> None:
        self.parts: dict[str, list[Text]] = {}
        self.keyword = ""
        self.flags: list[str] = []
        self.comments: list[tuple[int, int, str]] = []
        self.start, self.end = -1, 0

    def line(self, start: int, end: int) -> Entry | None:
        """Take one line; the entry that ended before it, if one did."""
        raw = self.raw
        if start == end:
            return None
        whole = None
        opened = raw[start]
        keyword = _KEYWORD.match(raw, start, end) if opened == "m" else None
        if opened == "#" or (keyword and keyword[1] in ("msgctxt", "msgid") and keyword[1] in self.parts):
            begins = "msgid" in self.parts
        else:
            begins = keyword is not None and keyword[1] == "msgctxt" and "msgid" in self.parts
        if begins:
            whole = self.entry()
        if opened == "#":
            self.comment(start, end)
            return whole
        if keyword is not None:
            self.keyword, start = keyword[1], keyword.end()
            if self.keyword in self.parts:
                raise self.mistake(f"a second {self.keyword} in one entry", start)
            self.parts[self.keyword] = []
            opened = '"'
        if opened != '"' or not self.keyword:
            raise self.mistake("this line is not PO", start)
        self.start = start if self.start < 0 else self.start
        self.end = end
        if end - self.start > LONGEST:
            raise self.mistake(f"an entry of over {LONGEST:,} characters is no text", self.start)
        self.parts[self.keyword].extend(self.chunk(start, end))
        return whole

    def comment(self, start: int, end: int) -> None:
        raw = self.raw
        if raw.startswith("#,", start):
            self.flags.extend(flag.strip() for flag in raw[start + 2 : end].split(","))
        elif raw.startswith(("# ", "#\t"), start):
            self.comments.append((start, end, raw[start + 2 : end]))
        self.keyword = ""

    def entry(self) -> Entry | None:
        """The entry collected so far."""
        parts, start, end = self.parts, self.start, self.end
        entry = None
        if parts:
            if "msgid" not in parts or not any(key.startswith("msgstr") for key in parts):
                missing = "msgstr" if "msgid" in parts else "msgid"
                raise self.mistake(f"this entry has no {missing}", start)
            strings = {key: _text(texts) for key, texts in parts.items()}
            entry = Entry(strings, frozenset(self.flags), tuple(self.comments), start, end)
        self.clear()
        return entry

    def chunk(self, start: int, end: int) -> Iterator[Text]:
        """The text of a quoted literal that begins at `start` and takes the rest of its line."""
        raw, at = self.raw, start + 1
        while True:
            stop = _STOP.search(raw, at, end)
            if stop is None:
                raise self.mistake("this string never closes", start)
            if stop.start() > at:
                yield Text.plain(raw[at : stop.start()], at)
            if raw[stop.start()] == '"':
                if raw[stop.end() : end].strip():
                    raise self.mistake("text after the end of a string", stop.end(), 'write \\" inside a string')
                if stop.start() == start + 1:
                    yield Text("", (Piece(0, 0, stop.start(), stop.start()),))
                return
            char = _escaped(stop.group()[1:])
            if char is None:
                raise self.mistake(f"there is no escape {stop.group()}", stop.start())
            yield Text(char, (Piece(0, 1, stop.start(), stop.end(), "escape"),))
            at = stop.end()

    def mistake(self, message: str, at: int, hint: str = "") -> TqaError:
        return TqaError(message, self.path, *self.lines.place(at), hint)


_STOP = re.compile(r'"|\\(?:x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)')
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


def _escaped(name: str) -> Any:
    """The character of an escape sequence; None if there is none."""
    if name[:1] == "x" and len(name) > 1:
        return chr(int(name[1:], 16))
    if name.isdigit() and name[0] < "8":
        return chr(int(name, 8) & 0xFF)
    return _ESCAPES.get(name, name if name in ('"', "\\", "'", "?", "/") else None)


def _text(parts: list[Text]) -> Text:
    text = Text.join(parts)
    return Text(text.string, text.pieces, written="po")
