"""Quotation marks and brackets in English: which open, which close, which are apostrophes, and what pairs with what."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

_BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］", "「": "」", "『": "』", "【": "】"}
_CLOSERS = {close: open_ for open_, close in _BRACKETS.items()}
_QUOTES = "“”„‟\"‘’'"
_ALONE = ('""', "''", "“”", "‘’")
_NARROW = {"（": "(", "［": "["}  # wide and narrow brackets pair
_ELISIONS = frozenset(["tis", "twas", "em", "til", "cause", "bout", "round", "n", "cept", "nuff"])


class Mark(NamedTuple):
    """A quotation mark or bracket. `family`: double, single or the opening bracket; `role`: open | close | either."""

    at: int
    family: str
    role: str


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[“”„‟\"‘’'`()\[\]{}（）［］「」『』【】]")


def marks(string: str) -> list[Mark]:
    """The marks of a text in order, without apostrophes, inches and list numbers like "1)".

    Besides open and close, a role may be "either" (a straight mark between two letters), "maybe" (the end of a
    quotation, or an apostrophe: workers') and "perhaps" (an opening mark, or an elision: ’cause).

    >>> [(mark.at, mark.role) for mark in marks("Japan’s “plan” (6'2\\")")]
    [(8, 'open'), (13, 'close'), (15, 'open'), (20, 'close')]
    """
    found: list[Mark] = []
    depth = 0
    quoted = False
    doubled = _doubled(string) | _coded(string)
    for match in _marks().finditer(string):
        at = match.start()
        if at in doubled or match.group() == "`":
            if doubled.get(at):
                found.append(Mark(at, "double", doubled[at]))
                quoted = not quoted
            continue
        mark = _mark(string, at, depth, quoted)
        if mark is None:
            continue
        quoted ^= mark.family == "double"
        if mark.family not in ("double", "single"):
            depth += 1 if mark.role == "open" else -1 if depth else 0
        found.append(mark)
    return found


def _doubled(string: str) -> dict[int, str]:
    """Places of single marks typed twice for a double one, ''so'' or ``so''; an opening one says that this is meant.
    The first place of each has its role, the second has ""."""
    if "''" not in string or not re.search(r"(?<![\w'`.,!?])(?:''|``)(?=\w)", string):
        return {}
    found: dict[int, str] = {}
    for match in re.finditer(r"(?<!['`\d])(?:''|``)(?!['`])", string):
        at = match.start()
        before = string[at - 1 : at] if at else ""
        found[at] = "open" if string[at] == "`" else _straight(before, string[at + 2 : at + 3])
        found[at + 1] = ""
    return found


def _coded(string: str) -> dict[int, str]:
    """Places of single marks that close what a grave accent opens, as old programs quote (`name'), of those around a
    sign ('+'), and of marks of code after a backslash."""
    found = {}
    if "`" in string:
        found = {match.end() - 1: "" for match in re.finditer(r"(?<![`\w])`(?![`\s])[^`'\n]{1,80}'(?!')", string)}
    if "'" in string:
        for match in re.finditer(r"(?<![\w'])'[^\w\s'\".,;:!?]{1,3}'(?![\w'])", string):
            found |= {match.start(): "", match.end() - 1: ""}
        for match in re.finditer(r"(?<=\w\()'[^'\n]{1,60}'(?=[,)])", string):  # open('/a')
            found |= {match.start(): "", match.end() - 1: ""}
    if "\\" in string:
        found |= {match.end() - 1: "" for match in re.finditer(r"\\['\"]", string)}
    return found


def _mark(string: str, at: int, depth: int, quoted: bool) -> Mark | None:
    char = string[at]
    before, after = string[at - 1 : at] if at else "", string[at + 1 : at + 2]
    if char not in _QUOTES and before + after in _ALONE:
        return None  # the character itself: "["
    if char in _BRACKETS:
        return None if char == "(" and _is_sad_face(string, at) else Mark(at, _NARROW.get(char, char), "open")
    if char in _CLOSERS:
        if char == ")" and (not depth or after == ")") and (_is_list_number(string, at) or _is_face(string, at)):
            return None
        opener = _CLOSERS[char]
        return Mark(at, _NARROW.get(opener, opener), "close")
    if char in "“„‟":
        return Mark(at, "double", "open")
    if char == "”":
        return Mark(at, "double", "close")
    if char == '"':
        if before.isdigit() and _is_inches(string, at, quoted):
            return None
        return Mark(at, "double", _straight(before, after))
    return _single(string, at, before, after)


def _straight(before: str, after: str) -> str:
    opens = not before or before.isspace() or before in "([{-–—/“‘'"
    closes = not after or after.isspace() or after in ".,;:!?)]}-–—/”’'"
    return "open" if opens and not closes else "close" if closes and not opens else "either"


def _single(string: str, at: int, before: str, after: str) -> Mark | None:
    char = string[at]
    if before.isalnum() and after.isalnum():
        return None  # don't, O'Brien, Hawai‘i
    if before and before not in '([{“"' and re.match(r" ?s\b(?!['’])", string[at + 1 : at + 4]):
        return None  # (the party)'s, typed with a space or without
    if before == "n" and string[at + 1 : at + 4].rstrip(" .,?!") == " t":
        return None  # don' t
    if char == "‘":
        # ‘90s and ‘tis, typed with the wrong curl; al-‘Arabi
        plain = after.isdigit() or before in ("-", "‐") or _elided(string, at)
        return None if plain else Mark(at, "single", "open")
    if _unit(string, at) or re.match(r"['’][nN]['’]", string[max(at - 2, 0) : at + 1]):
        return None  # rock 'n' roll
    if after.isdigit() and re.match(r"\d0?s\b|\d\d\b", string[at + 1 : at + 5]):
        return None  # '90s, '24
    if before in ('"', "“") and after.isalnum() and string[max(at - 2, 0)] in ' [(—\n"':
        return Mark(at, "single", "open")  # ["'The city in danger': …"]
    if not before or (not before.isalnum() and before not in ".,!?;:…%)]”\"’'"):
        if _elided(string, at):
            return None
        if before and (not after or after.isspace()):
            return Mark(at, "single", "maybe")  # “really? '”
        return Mark(at, "single", "perhaps" if char == "’" else "open")
    if before in "sSxzZ" and (after.isspace() or not after or after in ".,;:!?)"):
        return Mark(at, "single", "maybe")  # the workers' rights: an apostrophe, or the end of a quotation
    if before.isdigit() or _is_clipped(string, at):
        return Mark(at, "single", "maybe")
    return Mark(at, "single", "close")


def _unit(string: str, at: int) -> bool:
    """Minutes and seconds of arc: 35°46'5''."""
    return bool(re.search(r"[°º]\s?\d+['’](?:\d+['’]{0,2})?$", string[max(at - 9, 0) : at] + string[at]))


def _is_clipped(string: str, at: int) -> bool:
    """goin', ol', th'."""
    return bool(re.search(r"(?:[a-z]{2}in|\b(?:o|ol|th|an))$", string[max(at - 12, 0) : at]))


def _elided(string: str, at: int) -> bool:
    word = re.match(r"[A-Za-z]+", string[at + 1 : at + 8])
    return bool(word) and word is not None and word.group().lower() in _ELISIONS


def _is_inches(string: str, at: int, quoted: bool) -> bool:
    """6'2", 15" or 3.5": a figure before, and no quotation open that could end on it (`"in 2020"`)."""
    figure = re.search(r"(\d+'\s?)?\d+(?:\.\d+)?$", string[max(at - 20, 0) : at])
    return figure is not None and (bool(figure.group(1)) or not quoted)


def _is_list_number(string: str, at: int) -> bool:
    return bool(re.search(r"(?:^|[\s;:,.、。])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})$", string[max(at - 6, 0) : at]))


def _is_face(string: str, at: int) -> bool:
    return bool(re.search(r"[:;=][-^']?$|(?:^|\s)8-?$|\^;?$|[xX;T]_[xX;T]$", string[max(at - 3, 0) : at]))


def _is_sad_face(string: str, at: int) -> bool:
    eyes = re.match(r"\^[^\w\s]|\^_", string[at + 1 : at + 3]) or re.search(
        r"(?:^|\s)[:;=][-']?$", string[max(at - 3, 0) : at]
    )
    return eyes is not None


class Pairing(NamedTuple):
    """What pairs with what: spans (marks included), and the marks that stay alone."""

    pairs: tuple[tuple[int, int], ...]
    alone: tuple[Mark, ...]


@lru_cache(1024)  # three rules ask
def pair(string: str) -> Pairing:
    """Pair the marks of a text, nesting respected; a doubtful mark counts only where it makes a pair."""
    pairs: list[tuple[int, int]] = []
    alone: list[Mark] = []
    stack: list[Mark] = []
    opened: dict[str, list[int]] = {}  # places in the stack, by family
    found = marks(string)
    for mark, following in zip(found, _following_singles(found), strict=True):
        places = opened.setdefault(mark.family, [])
        while places and (places[-1] >= len(stack) or stack[places[-1]].family != mark.family):
            places.pop()
        opener = places[-1] if places else None
        role = mark.role
        if role == "either":
            ends = mark.at > 0 and not string[mark.at + 1 :].strip()  # … years. "
            role = "close" if opener is not None or ends else "open"
        elif role == "perhaps":
            role = "open" if following is not None and following.role in ("close", "maybe") else ""
        elif role == "maybe":
            role = "close" if opener is not None and _closes(string, following) else ""
        if role == "open":
            places.append(len(stack))
            stack.append(mark._replace(role="open"))
        elif role == "close" and opener is None:
            alone.append(mark._replace(role="close"))
        elif role == "close" and opener is not None:
            alone.extend(stack[opener + 1 :])
            pairs.append((stack[opener].at, mark.at + 1))
            del stack[opener:]
    alone.extend(stack)
    return Pairing(tuple(sorted(pairs)), tuple(sorted(alone)))


def _following_singles(found: list[Mark]) -> list[Mark | None]:
    """For each mark the next single one, if there is one."""
    following: list[Mark | None] = []
    last = None
    for mark in reversed(found):
        following.append(last)
        last = mark if mark.family == "single" else last
    return following[::-1]


def _closes(string: str, following: Mark | None) -> bool:
    """Whether a mark that may be an apostrophe ends the quotation: not if a surer one follows before the next opens."""
    if following is None:
        return True
    if following.role == "maybe":
        return string[following.at + 1 : following.at + 2] not in ("", ".", ",", ";", ":", "!", "?", ")")
    return following.role != "close"


def quotations(string: str) -> tuple[tuple[int, int], ...]:
    """Spans in paired quotation marks, marks included.

    >>> quotations("He said “no” twice.")
    ((8, 12),)
    """
    if not any(mark in string for mark in "“\"‘'「『"):
        return ()
    openers = "“„‟\"‘’'「『"
    return tuple(span for span in pair(string).pairs if string[span[0]] in openers)


def asides(string: str) -> list[tuple[int, int]]:
    """Spans in brackets or quotation marks, marks included, told by the marks alone: what is said by the way.

    >>> asides("He (so “they” say) said ‘no’.")
    [(3, 18), (24, 28)]
    """
    return [match.span() for match in _aside().finditer(string)]


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(r"[(\[][^()\[\]]*[)\]]|[“\"][^“”\"]*[”\"]|(?<!\w)[‘'][^‘’']*[’'](?!\w)")
