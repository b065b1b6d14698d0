"""A tag of the source that the translation lacks, one that it adds, or tags that cross each other.

`<b>`, `<a …>`, `<br/>`, the inline tags of XLIFF and TMX, footnote marks of Markdown: each must stand as often as in
the source. Their order is the translator's, as long as pairs do not cross. Tags that only the translation has written
out are `markup-leftover`.

Bad: <b>無料</b>です ⇒ ⟦It is <b>free.⟧
Bad: <i>無<b>料</b></i>です ⇒ It <i>is <b>free⟦</i>⟧</b>.
Bad: 改行<br>します ⇒ ⟦A line break.⟧
Good: <b>無料</b>で<i>速い</i>です ⇒ It is <i>fast</i> and <b>free</b>.
Good: 値は x < y > z ⇒ The value x < y > z
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.markup import tags
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule
from tqa.rules._markup import Item, lost_and_added, mismatches

RULE = Rule(
    id="tag-mismatch",
    summary="a tag missing, added or crossed",
    severity="major",
    category="design/markup/tag",
    needs="pair",
    lang="any",
    fix="unsafe",
    yields_to=("placeholder-mismatch", "untranslated", "unrelated"),
    markup=True,
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    source, target = segment.source, segment.target
    if source is None or not target.string.strip():
        return
    ours, theirs = _items(source), _items(target)
    if not ours and not any(item.text is None for item in theirs):
        return  # what only the translation has written out is left over
    lost, added = lost_and_added(segment, context, _items)
    yield from mismatches(segment, _once(lost), _once(added))
    if not lost and not added and _crossing(ours) is None:
        crossed = _crossing(theirs)
        if crossed is not None:
            message = f"{crossed.shown} closes what was opened before another that is still open"
            yield Problem(segment, *_place(crossed), message)


def _once(items: Sequence[Item]) -> list[Item]:
    """The items without the tags that only close others of them: a pair is one thing."""
    opened = [item.name[1:-1] for item in items if item.name[1:2] != "/"]
    kept = []
    for item in items:
        if item.name[1:2] == "/" and item.name[2:-1] in opened:
            opened.remove(item.name[2:-1])
        else:
            kept.append(item)
    return kept


def _place(item: Item) -> tuple[int, int]:
    return (item.start, item.end) if item.end > item.start else (max(item.start - 1, 0), max(item.start, 1))


def _items(side: Side) -> Sequence[Item]:
    """The tags of a side, in order: those that the format knows, and those written out in the text."""
    marks = [mark for mark in side.text.marks if mark.name.startswith(("<", "[^"))]
    if not marks and "<" not in side.string:
        return ()
    found = [Item(mark.at, mark.at + mark.size, mark.name, mark.name) for mark in marks]
    covered = [(mark.at, mark.at + mark.size) for mark in side.text.marks if mark.size]
    for tag in tags(side.string):
        if not any(low <= tag.start and tag.end <= high for low, high in covered):
            shown = side.string[tag.start : tag.end]
            found.append(Item(tag.start, tag.end, f"<{tag.name}{'/' if tag.alone else ''}>", shown, shown))
    return sorted(found, key=lambda item: item.start)


def _crossing(items: Sequence[Item]) -> Item | None:
    """The first tag that closes one which is not the last that opened; None without it."""
    opened: list[str] = []
    names = {item.name for item in items}
    for item in items:
        name = item.name[1:-1]
        if name.startswith("/"):
            if name[1:] in opened:
                if opened[-1] != name[1:]:
                    return item
                opened.pop()
        elif not name.endswith("/") and item.name[0] == "<" and f"</{name}>" in names:
            opened.append(name)
    return None
