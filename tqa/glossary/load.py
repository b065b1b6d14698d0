"""Glossary YAML to `Term`s: validated with places, conflicts found."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tqa.model import Avoid, Condition, Errors, Post, Term, TqaError

MAX_ERRORS = 100  # that are told of one file


class Example(NamedTuple):
    """A self-test of an entry: `en` with what must be reported marked ⟦so⟧; `ja` is its source, or "". (Or the
    other way round: the side that bears marks is the translation.)"""

    term: Term
    ja: str
    en: str
    line: int
    column: int


class Entry(NamedTuple):
    """An entry as a term and as it is written: `node` is its `yamltree.Mapping`, whose texts know their places."""

    term: Term
    node: Any


def load(paths: Sequence[str]) -> list[Term]:
    """The terms of some glossary files; a later file overrides an entry of the same id.

    Raises:
        Errors: everything that is wrong with the files, each with file, line and column.
    """
    terms, _, errors = read(paths)
    if errors:
        raise Errors(errors)
    return terms


def read(paths: Sequence[str]) -> tuple[list[Term], list[Example], list[TqaError]]:
    """Terms, their examples, and every mistake, of the given files (no folders)."""
    found, errors = entries(paths)
    return terms_of(found), examples_of(found), errors


def terms_of(found: Sequence[Entry]) -> list[Term]:
    """The terms of some entries: a later file overrides an entry by its id."""
    return list({(entry.term.kind, entry.term.id): entry.term for entry in found}.values())


def examples_of(found: Sequence[Entry]) -> list[Example]:
    """The self-tests of some entries."""
    return [example for entry in found for example in _examples(entry.term, entry.node)]


def entries(paths: Sequence[str]) -> tuple[list[Entry], list[TqaError]]:
    """Every entry of the given files in order, overridden ones too, and the mistakes of each."""
    found: list[Entry] = []
    errors: list[TqaError] = []
    for path in paths:
        try:
            tree, wrong = _tree(path)
        except Errors as several:
            errors.extend(several.errors)
            continue
        except TqaError as error:
            errors.append(error)
            continue
        mine = list(wrong)
        ids: dict[tuple[str, str], Term] = {}
        for term, node in _entries(tree, path) if tree is not None else ():
            mine.extend(_mistakes(term, node, path))
            mine.extend(_repeated(term, ids.setdefault((term.kind, term.id), term)))
            found.append(Entry(term, node))
            if len(mine) > MAX_ERRORS:
                mine[MAX_ERRORS:] = [TqaError(f"has more than {MAX_ERRORS} mistakes", path, term.line, term.column)]
                break
        errors.extend(mine)
    return found, errors


def _tree(path: str) -> tuple[Any, list[TqaError]]:
    from tqa.glossary.shape import FILE
    from tqa.yamltree import read as read_yaml

    return read_yaml(path, FILE)


def _entries(tree: Any, path: str) -> Iterator[tuple[Term, Any]]:
    for section, kind in (("terms", "term"), ("people", "person"), ("phrases", "phrase")):
        for node in tree.get(section, ()):
            yield _term(node, kind, path), node


def _term(node: Any, kind: str, path: str) -> Term:
    en, ja = _texts(node.get("en")), _texts(node.get("ja"))
    avoided = tuple(_form(row)[1] for row in node.get("avoid", ())[:1])
    name = ((avoided if kind == "phrase" else ()) or ja or en or avoided or ("?",))[0]
    family = node.get("family", {})
    return Term(
        id=str(node.get("id", name)),
        kind=kind,
        ja=ja,
        en=en,
        avoid=tuple(_avoid(row) for row in node.get("avoid", ())),
        case=str(node.get("case") or ("exact" if kind == "person" else _case(en))),
        short=_by_language(node.get("short")),
        first=_by_language(node.get("first")),
        only=_condition(node.get("only")),
        unless=_condition(node.get("unless")),
        why=str(node.get("why", "")),
        domain=str(node.get("domain", "")),
        ref=str(node.get("ref", "")),
        note=str(node.get("note", "")),
        reading=str(node.get("reading", "")),
        family=(str(family.get("ja", "")), str(family.get("en", ""))),
        order=str(node.get("order", "")),
        posts=tuple(_post(row) for row in node.get("posts", ())),
        path=path,
        line=node.line,
        column=node.column,
    )


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(str(item) for item in value or ())


def _case(en: tuple[str, ...]) -> str:
    """Proper nouns (every content word capitalised) are matched exactly, the rest in any case."""
    words = [word for form in en for word in form.split() if word[:1].isalpha() and len(word) > 3]
    return "exact" if words and all(word[:1].isupper() for word in words) else "any"


def script(form: str) -> str:
    """The language of a form by its script: "ja" if it holds kana or Han characters.

    >>> script("北方領土"), script("Kyiv")
    ('ja', 'en')
    """
    return "ja" if any("\u3040" <= char <= "\u9fff" or "\uff66" <= char <= "\uff9f" for char in form) else "en"


def _form(row: Any) -> tuple[str, str]:
    if isinstance(row, str):
        return script(row), str(row)
    for lang in ("en", "ja"):
        if lang in row:
            return lang, str(row[lang])
    return "en", ""


def _avoid(row: Any) -> Avoid:
    lang, form = _form(row)
    if isinstance(row, str):
        return Avoid(lang, form)
    return Avoid(
        lang, form, str(row.get("why", "")), _condition(row.get("unless")), _condition(row.get("only")),
        str(row.get("case", "")),
    )  # fmt: skip


def _condition(node: Any) -> Condition | None:
    if not node:
        return None
    dates = node.get("dates", {})
    return Condition(
        _texts(node.get("near")), str(dates.get("from", "")), str(dates.get("to", "")), _texts(node.get("files")),
        _texts(node.get("inside")),
    )  # fmt: skip


def _by_language(node: Any) -> tuple[tuple[str, str], ...]:
    return tuple((lang, str(form)) for lang, forms in (node or {}).items() for form in forms)


def _post(node: Any) -> Post:
    return Post(
        _texts(node.get("ja")), _texts(node.get("en")), str(node.get("of", "")), str(node.get("from", "")),
        str(node.get("to", "")), _texts(node.get("group")),
    )  # fmt: skip


def _examples(term: Term, node: Any) -> Iterator[Example]:
    for row in node.get("examples", ()):
        yield Example(term, str(row.get("ja", "")), str(row.get("en", "")), row.line, row.column)


def _mistakes(term: Term, node: Any, path: str) -> Iterator[TqaError]:
    """What a shape cannot say."""
    for row, avoid in zip(node.get("avoid", ()), term.avoid, strict=True):
        line, column = row.line, row.column
        if not avoid.form:
            yield TqaError("this avoid row names no form", path, line, column, "give it en: or ja:")
        if not isinstance(row, str) and "en" in row and "ja" in row:
            yield TqaError("this avoid row names two forms", path, line, column, "make it two rows")
        if avoid.form in term.forms(avoid.lang):
            yield TqaError(f"“{avoid.form}” is both accepted and to be avoided", path, line, column)
    for post in node.get("posts", ()):
        since, until = post.get("from", ""), post.get("to", "")
        if since and until and until[: len(since)] < since[: len(until)]:
            yield TqaError(f"the post ends ({until}) before it begins ({since})", path, post.line, post.column)


def _repeated(term: Term, earlier: Term) -> Iterator[TqaError]:
    """One file may not name an id twice."""
    if earlier is not term:
        hint = f"first in line {earlier.line}: merge them, or give this one an id of its own"
        yield TqaError(f"“{term.id}” has an entry already", term.path, term.line, term.column, hint)
