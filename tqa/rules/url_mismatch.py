"""An address of the web or of e-mail that the translation lacks or changes.

A page of the same site in the other language (/ja/ for /en/, another file of the same site) is in order.

Bad: https://a.example/report を参照 ⇒ See ⟦https://a.example/reprot⟧
Bad: 連絡先はinfo@a.example ⇒ Contact ⟦inf@a.example⟧
Bad: 詳しくは https://a.example へ ⇒ ⟦See the web site for details.⟧
Good: https://a.example/ja/guide を参照 ⇒ See https://a.example/en/guide
Good: https://a.example を参照 ⇒ See www.a.example/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqa.lang.markup import addresses
from tqa.model import Problem, Segment, Side
from tqa.rules import Context, Rule
from tqa.rules._markup import Item, likeness, lost_and_added, mismatches

RULE = Rule(
    id="url-mismatch",
    summary="an address changed or missing",
    severity="major",
    category="accuracy/mistranslation/address",
    needs="pair",
    lang="any",
    fix="unsafe",
    yields_to=("untranslated", "unrelated"),
    markup=True,
)
_NEAR = 0.9  # so alike that the difference is a slip and not another page


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    source, target = segment.source, segment.target
    if source is None or not target.string.strip() or not _items(source):
        return
    lost, added = lost_and_added(segment, context, _items)
    here = {item.name for item in _items(target)}
    lost = [item for item in lost if item.name not in here and not _other_page(item, added)]
    lost = [item for item in lost if re.sub(r"^\w+://", "", item.shown) not in target.string]  # bugs.a.example
    if lost:
        near = [item for item in added if any(likeness(item, other) >= _NEAR for other in lost)]
        yield from mismatches(segment, lost, near, _NEAR)


def _other_page(item: Item, added: Sequence[Item]) -> bool:
    """True if the translation sends its readers elsewhere: to another page, in their language."""
    return bool(added) and all(likeness(item, other) < _NEAR for other in added)


def _items(side: Side) -> Sequence[Item]:
    """The addresses of a side, without what differs between languages."""
    string = side.string
    found = []
    for start, end in addresses(string, side.lang.CODE != "ja"):
        shown = string[start:end]
        found.append(Item(start, end, _plain(shown), shown, shown))
    taken = [(item.start, item.end) for item in found]
    for mark in side.text.marks:
        if "://" in mark.name or mark.name.startswith("mailto:"):
            span = (mark.at, mark.at + mark.size)
            if span not in taken:
                found.append(Item(*span, _plain(mark.name), mark.name))
    return found


_LANGUAGE = r"(?:ja|jp|en|us|uk|gb|jpn|eng|japanese|english|nihongo)"


def _plain(address: str) -> str:
    """An address without its scheme, its language and what a browser adds."""
    found = re.sub(r"^(?:\w+://|mailto:)(?:www\.)?|^www\.|/+$", "", address)
    host, slash, path = found.partition("/")
    host = re.sub(rf"^{_LANGUAGE}\.", "", host.lower())
    host = re.sub(rf"(?<=\.){_LANGUAGE}$", "*", host)
    path = re.sub(rf"(?i)(?<![A-Za-z]){_LANGUAGE}(?:[-_]{_LANGUAGE})?(?![A-Za-z])", "*", path)
    return host + slash + path
