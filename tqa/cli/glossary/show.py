"""`tqa glossary show`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from tqa.examples import setup
from tqa.glossary.load import script
from tqa.lang.fold import fold
from tqa.model import Condition, Hit, Post, Segment, Side, Term
from tqa.rules import Context
from tqa.rules._settle import inside
from tqa.rules._when import evidence


@click.command("show")
@click.argument("word")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--in", "sentence", metavar="SENTENCE", help="Also say how these entries match a sentence.")
@click.option("--source", metavar="SENTENCE", help="The source of that sentence.")
def command(word: str, paths: tuple[str, ...], sentence: str | None, source: str | None) -> None:
    """Show every entry that speaks for WORD: an English or Japanese form, inflected or not, a family name, a reading.

    With --in, show what each of them makes of a sentence, which conditions hold, and what is reported in the end.
    """
    from tqa.cli.glossary.files import chosen
    from tqa.glossary.load import entries, terms_of
    from tqa.model import Errors

    written, errors = entries(chosen(paths))
    if errors:
        raise Errors(errors)
    terms = terms_of(written)
    found = speaking(word, terms)
    for term in found:
        under = [one.term for one in written if (one.term.kind, one.term.id) == (term.kind, term.id)][:-1]
        click.echo("\n".join([*entry(term), *_overridden(under)]) + "\n")
    if not found:
        click.echo(f"No entry speaks for “{word}”.")
    if sentence:
        click.echo("\n".join(explained(sentence, source, found, terms)))
    if not found:
        raise SystemExit(1)


def _overridden(under: Sequence[Term]) -> Iterator[str]:
    for term in under:
        yield f"    instead  of the entry {term.path}:{term.line}, which this one overrides"


def speaking(word: str, terms: Sequence[Term]) -> list[Term]:
    """The entries of which a form is the word as a whole, or whose reading it is."""
    from tqa.lang import language
    from tqa.lang.ja.romaji import katakana
    from tqa.text import Text

    wanted = _starts(word)
    near = [term for term in terms if term.kind == "phrase" or not wanted.isdisjoint(_known(term))]
    anyhow = {_in_any_case(term): term for term in near}
    side = Side(Text.plain(word.strip()), language(script(word)), setup(list(anyhow)).matcher.find)
    whole = {anyhow[hit.term] for hit in side.hits if _covers(hit, side.string)}
    sound = katakana("".join(word.split()))
    for term in terms:
        parts = [katakana(part) for part in term.reading.split()]
        if sound and sound in (*parts, "".join(parts)):
            whole.add(term)
    return [term for term in terms if term in whole]


def _known(term: Term) -> set[str]:
    """How the words of an entry's forms begin."""
    avoided, further = [avoid.form for avoid in term.avoid], [form for _, form in (*term.short, *term.first)]
    return _starts(" ".join((*term.ja, *term.en, *term.family, *avoided, *further)))


def _starts(text: str) -> set[str]:
    """How the words of a text begin: one that begins otherwise is no form of them. (A verb may be, but phrases are few.)

    >>> sorted(_starts("Peace-talks 京都市"))
    ['pe', 'ta', '京']
    """
    words = fold(text).lower().replace("-", " ").split()
    return {word[: 2 if word.isascii() else 1] for word in words}


def _in_any_case(term: Term) -> Term:
    return term._replace(case="any", avoid=tuple(avoid._replace(case="") for avoid in term.avoid))


def _covers(hit: Hit, string: str) -> bool:
    """True if nothing but an article or a possessive stands beside the hit."""
    rest = f"{string[: hit.start]} {string[hit.end :]}".lower().split()
    return all(word in ("the", "a", "an", "'s", "’s", "'", "’") for word in rest)


def entry(term: Term) -> Iterator[str]:
    """An entry as lines."""
    yield f"{term.path}:{term.line}  {term.kind} “{term.id}”"
    rows = [
        ("ja", ", ".join(term.ja)),
        ("reading", term.reading),
        ("en", ", ".join(term.en)),
        ("family", " / ".join(filter(None, term.family))),
        ("short", ", ".join(form for _, form in term.short)),
        ("first", ", ".join(form for _, form in term.first)),
        *(("post", _post(post)) for post in term.posts),
        *(("avoid", _clause(avoid.form, avoid.why, avoid.only, avoid.unless)) for avoid in term.avoid),
        ("only", told(term.only)),
        ("unless", told(term.unless)),
        ("why", term.why),
        ("ref", term.ref),
        ("note", term.note),
    ]
    for name, text in rows:
        if text:
            yield f"    {name:8} {text}"


def _post(post: Post) -> str:
    name = post.en[0] + (f" of {post.of}" if post.of else "") + (f" ({', '.join(post.ja)})" if post.ja else "")
    return f"{name}, {post.since or '…'} to {post.until or 'now'}" if post.since or post.until else name


def _clause(form: str, why: str, only: Condition | None, unless: Condition | None) -> str:
    parts = [
        form,
        f"({why})" if why else "",
        f"only {told(only)}" if only else "",
        f"unless {told(unless)}" if unless else "",
    ]
    return " ".join(part for part in parts if part)


def told(condition: Condition | None) -> str:
    """A condition in words.

    >>> told(Condition(("Russia", "ロシア"), "2020", ""))
    'near Russia or ロシア, in texts about 2020 to now'
    """
    if condition is None:
        return ""
    dates = f"in texts about {condition.since or 'ever'} to {condition.until or 'now'}"
    parts = [
        f"near {' or '.join(condition.near)}" if condition.near else "",
        dates if condition.since or condition.until else "",
        f"in files {' or '.join(condition.files)}" if condition.files else "",
        f"inside {' or '.join(condition.inside)}" if condition.inside else "",
    ]
    return ", ".join(part for part in parts if part)


def explained(sentence: str, source: str | None, found: Sequence[Term], terms: Sequence[Term]) -> Iterator[str]:
    """What some entries make of a sentence, and what all of them together report."""
    from tqa.check import analyse, check
    from tqa.lang import language
    from tqa.model import Document, Unit
    from tqa.text import Text

    lang, other = ("ja", "en") if _japanese(sentence) else ("en", "ja")
    text, behind = Text.plain(sentence), Text.plain(source) if source else None
    document = Document("text.txt", sentence, (Unit(text, behind),), lang, other)
    ready = setup(terms)
    context = analyse(document, [(1, document.units[0])], ready.matcher)
    alone = Side(text, language(lang), setup(found).matcher.find)
    yield f"In “{sentence}”:"
    for hit in alone.hits:
        yield from _hit(hit, context.segments[0], context)
    if not alone.hits:
        yield "    none of these forms stands there"
    findings = check(document, ready)
    for finding in findings:
        yield f"    reported: “{finding.quote}”: {finding.rule}, {finding.severity} ({finding.entry or 'no entry'})"
    if not findings:
        yield "    nothing is reported"


def _japanese(sentence: str) -> bool:
    """Whether a sentence is Japanese, not English that quotes some."""
    return sum(script(char) == "ja" for char in sentence) * 3 > sum(
        char.isascii() and char.isalpha() for char in sentence
    )


def _hit(hit: Hit, segment: Segment, context: Context) -> Iterator[str]:
    words = segment.target.string[hit.start : hit.end]
    role = {"avoid": "to be avoided", "short": "a short form", "first": "a first mention", "family": "a family name"}
    yield f"    “{words}” is {role.get(hit.role, hit.role)}: “{hit.form}” of {hit.term.path}:{hit.term.line}"
    pairs = [("only", hit.term.only, True), ("unless", hit.term.unless, False)]
    if hit.role == "avoid":
        pairs += [("only", hit.avoid.only, True), ("unless", hit.avoid.unless, False)]
    for name, condition, wanted in pairs:
        if condition is not None:
            holds = context.holds(condition, segment)
            if condition.inside:
                within = inside(condition.inside, hit, segment.target)
                holds = holds and (wanted if within is None else within)
            there = [word for word in condition.near if context.company(segment, word)]
            time = evidence(condition, context) if condition.since or condition.until else ""
            reasons = [f"{', '.join(there)} stands there" if there else "", time]
            why = f" ({'; '.join(filter(None, reasons))})" if any(reasons) else ""
            effect = "" if holds == wanted else ": silent"
            yield f"        {name} {told(condition)}: {'holds' if holds else 'does not hold'}{why}{effect}"
    if not any((one.start, one.end, one.term) == (hit.start, hit.end, hit.term) for one in segment.target.hits):
        longer = [one for one in segment.target.hits if one.start < hit.end and hit.start < one.end]
        for one in longer[:1]:
            yield f"        a longer form wins: “{one.form}” of {one.term.path}:{one.term.line}"
