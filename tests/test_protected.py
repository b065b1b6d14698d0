"""Nothing in code, addresses and placeholders is language: no rule speaks of it but those about markup."""

from __future__ import annotations

from functools import cache

import pytest
from examples import row
from test_rules import checker, table

from tqa import Finding
from tqa.check import check
from tqa.lang.markup import placeholders, protected
from tqa.model import Document, Unit
from tqa.rules import ALL, module
from tqa.text import Mark, Text


@pytest.mark.parametrize(
    ("string", "spans", "names"),
    [
        ("100% sure, 50 % discount, a 5% share, what % do you", [], []),
        ("US$5 and $10 each, {a, b}, { x }, 5%of all 10% x", [], []),
        ("%s/%d files, %5.1f%", ["%s", "%d", "%5.1f"], ["%s", "%d", "%f"]),
        ("%dpx after %ds, %age", ["%d", "%d"], ["%d", "%d"]),
        ("%(name)s %1$s %-10s %@", ["%(name)s", "%1$s", "%-10s", "%@"], ["%(name)", "%1$", "%s", "%@"]),
        ("{0:.2f} {a.b!r} {} {x[0]}", ["{0:.2f}", "{a.b!r}", "{}", "{x[0]}"], ["{0}", "{a.b}", "{}", "{x[0]}"]),
        ("{{ a.b }} {% if c %} ${d} #{e}", ["{{ a.b }}", "{% if c %}", "${d}", "#{e}"], ["{{a.b}}", "{% if c %}", "${d}", "#{e}"]),
        ("期間は$Year$です、%name%も", ["$Year$", "%name%"], ["$Year$", "%name%"]),
        ("{n, plural, one {one file} other {# files}}", ["{n, plural, one {", "} other {", "}}"], ["{n}"]),
        ("{n, select, a {{x}} other {b}}", ["{n, select, a {", "} other {", "}}", "{x}"], ["{n}", "{x}"]),
        ("{d, date, short}", ["{d, date, short}"], ["{d}"]),
        ("(https://a.example/b_(c).) and a@b.example.", ["https://a.example/b_(c)", "a@b.example"], []),
        ("``['', 'a']`` ``b''`` ``He said'' and ``she said''", ["``['', 'a']``", "``b''``"], []),
        ("``[b'1', b'']`` `a`", ["``[b'1', b'']``", "`a`"], []),
        ("`a b` ``c`` &amp; <b>d</b>", ["`a b`", "``c``", "&amp;", "<b>", "</b>"], []),
    ],
)  # fmt: skip
def test_what_is_protected(string: str, spans: list[str], names: list[str]) -> None:
    assert sorted(string[start:end] for start, end in protected(string)) == sorted(spans)
    assert [one.name for one in placeholders(string)] == names


def test_japanese_goes_on_after_an_address() -> None:
    string = "https://a.example/bをinfo@a.exampleへ"
    assert [string[start:end] for start, end in protected(string, wide=False)] == ["https://a.example/b", "info@a.example"]


def marked(text: str, source: str | None, lang: str, rule: str) -> list[Finding]:
    """The findings where the whole target is code."""
    whole = Text.plain(text)
    target = Text(text, whole.pieces, (Mark(0, len(text), text),))
    other = "ja" if lang == "en" else "en"
    unit = Unit(target, Text.plain(source) if source else None)
    return check(Document("x.md", text, (unit,), lang, other), checker(rule)._setup)


@pytest.mark.parametrize("rule", [rule for rule in ALL if "mismatch" not in rule or not module(rule).RULE.markup])
def test_no_rule_speaks_of_code(rule: str) -> None:
    cases = table(rule)
    for example in cases["bad"]:
        case = row(example, cases.get("lang", "en"))
        assert marked(case.text, case.source, case.lang, rule) == [], case.text


@cache
def _everything():  # type: ignore[no-untyped-def]
    from tqa import Checker

    return Checker()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("v2.3.1 を使います。", "Use v2.3.1."),
        ("ISO-8601 の形式です。", "The format is ISO-8601."),
        ("RFC 2119 を参照してください。", "See RFC 2119."),
        ("課題 ABC-123 を直しました。", "Fixed issue ABC-123."),
        ("%d 件中 %d 件を表示しています。", "Showing %d of %d."),
        ("{count} 件のファイルを消しました。", "Deleted {count} files."),
        ("<b>100</b> 円です。", "It is <b>100</b> yen."),
        ("https://a.example/2024/01/15 を見てください。", "See https://a.example/2024/01/15."),
        ("info@a.example へ送ってください。", "Send it to info@a.example."),
    ],
)
def test_markup_is_no_error(source: str, target: str) -> None:
    assert _everything().check(target, source) == []
