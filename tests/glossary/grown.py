"""Glossaries as people write them: the same few things in every layout that YAML allows, with comments everywhere."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

WORDS = st.sampled_from(
    ["北", "North", "the North", "No", "12:30", "a, b", "x: y", "it's", "“so”", "𠮷野家", "# no", "[a]", "~", "-", 'say "a"', "\\"]
)
COMMENTS = st.sampled_from(["", "", "", "# why", "#", "# 菅: {[", "# - ja: x"])
NAMES = ("near", "files")


@st.composite
def scalars(draw: Any, flow: bool = False) -> str:
    """A word, quoted in one of the ways that it may be."""
    word = draw(WORDS)
    ways = ['"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"', "'" + word.replace("'", "''") + "'"]
    if word[0].isalpha() and not set(word) & set(",:#[]\\\""):
        ways += [word, word]
    return draw(st.sampled_from(ways))


@st.composite
def brackets(draw: Any) -> str:
    """A list in brackets."""
    space = draw(st.sampled_from(["", " ", "  "]))
    return "[" + f",{space}".join(draw(st.lists(scalars(), min_size=1, max_size=3))) + "]"


@st.composite
def rows(draw: Any) -> str:
    """An avoid row on one line."""
    pairs = [f"en: {draw(scalars())}", f"why: {draw(scalars())}"]
    if draw(st.booleans()):
        pairs.append(f"only: {{near: {draw(brackets())}}}")
    return draw(st.one_of(scalars(), st.just("{" + ", ".join(draw(st.permutations(pairs))) + "}")))


@st.composite
def values(draw: Any, key: str, column: int) -> list[str]:
    """What stands behind a key: the first line, and those below it."""
    item = rows() if key == "avoid" else scalars()
    way = draw(st.sampled_from(["one", "brackets", "block"] if key in ("ja", "en", "avoid") else ["one"]))
    if way == "one":
        return [" " + draw(item)]
    if way == "brackets":
        return [" [" + ", ".join(draw(st.lists(item, min_size=1, max_size=3))) + "]"]
    indent = " " * (column + draw(st.sampled_from([0, 2, 4])))
    lines = [""]
    for row in draw(st.lists(item, min_size=1, max_size=3)):
        lines += draw(remarks(indent))
        lines.append(f"{indent}-{draw(st.sampled_from([' ', '  ']))}{row}{draw(behind())}")
    return lines


@st.composite
def behind(draw: Any) -> str:
    comment = draw(COMMENTS)
    return f"{draw(st.sampled_from([' ', '   ']))}{comment}" if comment else draw(st.sampled_from(["", "", " "]))


@st.composite
def remarks(draw: Any, indent: str) -> list[str]:
    """Comments and blank lines above something."""
    comment = draw(COMMENTS)
    return [*[""] * draw(st.sampled_from([0, 0, 0, 1, 2])), *([indent + comment] if comment else [])]


@st.composite
def entries(draw: Any, indent: str) -> list[str]:
    keys = draw(st.permutations(["ja", "en", "avoid", "note"]))[: draw(st.integers(2, 4))]
    keys = ["ja", *(key for key in keys if key != "ja")] if draw(st.booleans()) else keys
    if "ja" not in keys and "en" not in keys:
        keys = [*keys, "ja"]
    if draw(st.integers(0, 3)) == 0:
        pairs = [f"{key}: {draw(brackets() if key == 'ja' else scalars())}" for key in keys]
        return [f"{indent}- {{{', '.join(pairs)}}}{draw(behind())}"]
    gap = draw(st.sampled_from([" ", "   "]))
    inner = " " * (len(indent) + 1 + len(gap))
    lines: list[str] = []
    for key in keys:
        first, *rest = draw(values(key, len(inner)))
        above = draw(remarks(inner)) if lines else []
        lead = inner if lines else f"{indent}-{gap}"
        lines += [*above, f"{lead}{key}:{first}{draw(behind())}", *rest]
    return lines


@st.composite
def glossaries(draw: Any) -> str:
    """A glossary of some terms, with LF or CRLF, with or without a BOM and a last line end."""
    lines = [*draw(remarks("")), f"tqa: 1{draw(behind())}"]
    indent = draw(st.sampled_from(["", "  ", "    "]))
    found = draw(st.lists(entries(indent), min_size=0, max_size=4))
    if found:
        lines += [*draw(remarks("")), f"terms:{draw(behind())}"]
        for entry in found:
            lines += [*draw(remarks(indent)), *entry]
    lines += draw(remarks(""))
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return draw(st.sampled_from(["", "\ufeff"])) + ending.join(lines) + draw(st.sampled_from(["", ending]))
