"""What stands in a text and is no language, whatever the language: placeholders, tags, addresses, code.

The forms are those of the systems that texts are translated for: printf and its kin (C, Python, Java, PHP, Swift),
braces (Python, .NET, ICU messages, i18next, Vue, Ruby, shells, Jinja, Liquid), HTML and XML, reStructuredText.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

Span = tuple[int, int]

# A sign of percent stands after a figure; a directive does not, and no letter follows it but a unit (%ds, %dpx), unless
# it has a name: %(link)ssign in%(end)s.
_PRINTF = (
    r"(?<![\d%])%(?:\((?P<key>[\w.]{1,60})\)|(?P<number>\d{1,2})\$)?[-+0#]*(?:\d{1,3}|\*)?(?:\.(?:\d{1,2}|\*))?"
    r"(?:hh|ll|[hlLqjzt])?(?P<letter>(?(key)[sdiuxXfgc]|(?:[sdiuxXfgc@](?![A-Za-z])|(?<=%[sd]%)s(?=[A-Z])"
    r"|[sdf](?=(?:s|ms|px|pt|st|th|[kKMG]?B|[kKmMhx])(?![A-Za-z])))))"
)
_BRACES = (
    r"\{\{[{#/^&>~%<-]?\s*(?P<double>[\w@.$#/][^{}\n]{0,80}?)\s*[%>~-]?\}?\}\}"  # {{name}}, {{#if name}}
    r"|\{%-?\s*(?P<block>[^{}\n]{1,80}?)\s*-?%\}|<%[=-]?\s*(?P<erb>[^<>\n]{1,80}?)\s*-?%>"
    r"|(?P<sigil>[$#%])\{(?P<shell>[\w.:$ -]{1,60})\}"
    r"|(?<![\\\w])(?P<vars>[$%])(?P<var>[A-Za-z_]\w{0,40})(?P=vars)(?!\w)"  # $NAME$, %name%
    r"|\{\s*(?P<icu>\w{1,40})\s*,\s*(?:number|date|time|spellout|ordinal|duration)\s*(?:,[^{}]{1,80})?\}"
    r"|\{(?P<name>(?:[A-Za-z_$][\w.$-]{0,60}|\d{1,3})?(?:\[\w{1,40}\])*)(?:![rsa])?(?:,-?\d{1,3})?(?::[^{}\s]{0,20})?\}"
)
# ``code`` may hold '' for an empty string; after a word '' closes a quotation that `` has opened.
_CODE = r"``(?:(?!(?<=[^\W\d_][\w.,!?])'')[^\n])+?``|(?<!`)`[^`\n]+`(?!`)|<!--.{0,2000}?-->"
_ENTITY = r"&(?:[a-z]+|#\d+|#x[0-9a-f]+);"
_TAG = r"</?[A-Za-z][^<>\n]{0,200}>"
# An address holds what closes a bracket only if it opens there: /wiki/Kan_(surname), https://%(host)s/.
_BRACKETED = r"\([^\s<>()]*\)|\[[^\s<>\[\]]*\]|\{[^\s<>{}]*\}"
_REST = rf"(?>{_BRACKETED}|[^\s<>\"“”’)\]}}])*(?<![.,;:!?'…])"
_ADDRESS = (
    rf"(?:(?:https?|ftps?)://|www\.){_REST}"
    r"|(?<![A-Za-z0-9.+_%-])[A-Za-z0-9.+_%-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
)
# Japanese writes on after an address without a space: with hiragana, a full stop, a bracket.
_NARROW = _ADDRESS.replace("[^\\s", "[^\\s\\u3000-\\u309f\\uff01-\\uff5e")


@cache
def _not_language(wide: bool) -> re.Pattern[str]:
    address = _ADDRESS if wide else _NARROW
    return re.compile(f"{address}|{_CODE}|{_TAG}|(?a:{_PRINTF}|{_BRACES})|{_ENTITY}", re.DOTALL)


def protected(string: str, wide: bool = True) -> tuple[Span, ...]:
    """Spans of addresses, code, tags and placeholders; of an ICU message its frame, since its texts are language.
    `wide` addresses may hold letters beyond Latin.

    >>> protected("see https://a.example/b. And {name}")
    ((4, 23), (29, 35))
    >>> protected("(see https://a.example/b_(c)/[d]) http://%(host)s/")
    ((5, 32), (34, 50))
    >>> addresses("{a=https://a.example/b}the page{/a}")
    [(3, 22)]
    >>> protected("{n, plural, one {a file} other {files}}")
    ((0, 17), (23, 32), (37, 39))
    """
    if not any(mark in string for mark in ("://", "www.", "@", "`", "<", "%", "{", "&", "$")):
        return ()
    frames = [span for message in messages(string) for span in message.frame]
    found = [match.span() for match in _scan(_not_language(wide), string, frames)]
    return tuple(sorted((*found, *frames))) if frames else tuple(found)


def _scan(pattern: re.Pattern[str], string: str, frames: Sequence[Span]) -> Iterator[re.Match[str]]:
    """The matches of a pattern; {one} in `one {one} other {# ones}` is a text of a message and not a placeholder."""
    opened = {end - 1 for _, end in frames}
    at = 0
    while match := pattern.search(string, at):
        at = match.end()
        if match.start() in opened:
            at = match.start() + 1
        else:
            yield match


class Placeholder(NamedTuple):
    """A placeholder at `start:end`. `name` is what must be the same in a translation; without a number or a name of its
    own a placeholder is `positional`: it takes its value by its place among the others."""

    start: int
    end: int
    name: str
    positional: bool = False


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile(f"(?a:{_PRINTF}|{_BRACES})")


def placeholders(string: str) -> list[Placeholder]:
    """The placeholders of a text, in order; what stands in back quotes is code that speaks of them.

    >>> [p.name for p in placeholders("please %(link)ssign in%(end_link)s")]
    ['%(link)', '%(end_link)']

    >>> [p.name for p in placeholders("100% of %d, %1$s, {0:.2f}, {name}, ${a}, {n, plural, other {# or {b}}}, $5, 5 % d")]
    ['%d', '%1$', '{0}', '{name}', '${a}', '{n}', '{b}']
    """
    if "%" not in string and "{" not in string and "$" not in string:
        return []
    inner = list(messages(string))
    frames = [span for message in inner for span in message.frame]
    found = [_named(match) for match in _scan(_placeholder(), string, frames)]
    found.extend(Placeholder(*message.frame[0], f"{{{message.name}}}") for message in inner)
    return sorted(found)


def _named(match: re.Match[str]) -> Placeholder:
    groups = match.groupdict()
    start, end = match.span()
    if groups["letter"]:
        letter = "d" if groups["letter"] in "iu" else groups["letter"]
        name = f"%({groups['key']})" if groups["key"] else f"%{groups['number']}$" if groups["number"] else f"%{letter}"
        return Placeholder(start, end, name, not (groups["key"] or groups["number"]))
    for key, form in (("double", "{{{{{}}}}}"), ("block", "{{% {} %}}"), ("erb", "<% {} %>"), ("icu", "{{{}}}")):
        if groups[key]:
            return Placeholder(start, end, form.format(" ".join(groups[key].split())))
    if groups["shell"]:
        return Placeholder(start, end, f"{groups['sigil']}{{{groups['shell']}}}")
    if groups["var"]:
        return Placeholder(start, end, match.group())
    return Placeholder(start, end, f"{{{groups['name']}}}", not groups["name"])


class Message(NamedTuple):
    """An ICU message with several texts: its argument, and what of it is no text."""

    name: str
    frame: tuple[Span, ...]


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"\{\s*(\w{1,40})\s*,\s*(?:plural|select|selectordinal)\s*,")


def messages(string: str) -> Iterator[Message]:
    """The ICU messages of a text, inner ones too.

    >>> next(messages("{n, plural, =0 {no} other {#}}")).frame
    ((0, 16), (18, 27), (28, 30))
    """
    if "{" not in string or ("plural" not in string and "select" not in string):
        return
    for opening in _opening().finditer(string):
        frame, depth, begun = [], 1, opening.start()
        for brace in re.compile(r"[{}]").finditer(string, opening.end()):
            if brace.group() == "{":
                depth += 1
                if depth == 2:
                    frame.append((begun, brace.end()))
            else:
                depth -= 1
                if depth == 1:
                    begun = brace.start()
                elif not depth:
                    frame.append((begun, brace.end()))
                    yield Message(opening[1], tuple(frame))
                    break


class Tag(NamedTuple):
    """A tag at `start:end`: its name with a slash where it closes, and whether it closes itself."""

    start: int
    end: int
    name: str
    alone: bool = False


_HTML = frozenset(
    """a abbr b big blockquote br button center cite code dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img input ins kbd
    label li mark ol p pre q rb rp rt ruby s samp script small span strike strong style sub sup table tbody td th thead
    tr tt u ul var""".split()
)
_ALONE = frozenset(["br", "hr", "img", "input", "wbr"])


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"<(/?)([A-Za-z][\w:.-]{0,40})((?:\s+[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))*)\s*(/?)>")


def tags(string: str) -> list[Tag]:
    """The tags written in a text: those of HTML, and others that have attributes, close themselves or come in pairs.

    >>> [tag.name for tag in tags('x < y, a <b>bold</b> <file>, <g id="1">one</g><x/>')]
    ['b', '/b', 'g', '/g', 'x']
    """
    if "<" not in string:
        return []
    found = []
    matches = list(_tag().finditer(string))
    names = {match[1] + match[2] for match in matches}
    known = {match[2] for match in matches if match[3] or match[4] or {match[2], f"/{match[2]}"} <= names}
    for match in matches:
        name = match[2].lower()
        if name in _HTML or match[2] in known:
            name = match[1] + (name if name in _HTML else match[2])
            found.append(Tag(*match.span(), name, bool(match[4]) or name in _ALONE))
    return found


@cache
def _address(wide: bool) -> re.Pattern[str]:
    return re.compile(_ADDRESS if wide else _NARROW)


def addresses(string: str, wide: bool = True) -> list[Span]:
    """The web and mail addresses of a text.

    >>> addresses("(https://a.example/b?c=d), me@b.example.")
    [(1, 24), (27, 39)]
    """
    if "://" not in string and "www." not in string and "@" not in string:
        return []
    return [match.span() for match in _address(wide).finditer(string)]
