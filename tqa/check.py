"""The pipeline: a document and a setup to findings. Pure: it reads no file and prints nothing."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from tqa.config import Config
from tqa.lang import language
from tqa.matcher import Matcher
from tqa.model import Document, Edit, Finding, Fix, Problem, Related, Segment, Side, TqaError, Unit
from tqa.rules import ALL, Context, Rule, module
from tqa.text import Lines, Span, Text

HEADING_WORDS = 14


class Setup(NamedTuple):
    """What a run needs: the glossary's matcher, the chosen rules, severities that the user changed."""

    matcher: Matcher
    rules: tuple[str, ...]
    severities: dict[str, str]
    preview: bool
    asked: frozenset[str]  # rules named one by one: they run even where they are preview


def prepare(
    config: Config,
    glossary: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    preview: bool = False,
) -> Setup:
    """A setup from a configuration and what the command line adds to it.

    Raises:
        TqaError: a rule or a glossary that does not exist; Errors: mistakes in a glossary.
    """
    for name in (*select, *ignore):
        if name not in ALL:
            raise unknown_rule(name)
    of_paths = (choice for entry in config.paths for choice in entry.rules)
    for choice in (*config.select, *config.ignore, *config.rules, *of_paths):
        if choice.id not in ALL:
            raise unknown_rule(choice.id, config.path, choice.line, choice.column)
    select = select or [choice.id for choice in config.select]
    severities: dict[str, str] = {}
    on, off = set(), {*ignore, *(choice.id for choice in config.ignore)}
    for choice in config.rules:
        if choice.value == "off":
            off.add(choice.id)
        else:
            on.add(choice.id)
            off.discard(choice.id)
            if choice.value != "on":
                severities[choice.id] = choice.value
    chosen = tuple(rule for rule in ALL if (not select or rule in select) and rule not in off)
    matcher = load_matcher(glossary or config.glossary)
    return Setup(matcher, chosen, severities, preview or config.preview, frozenset((*select, *on)))


def unknown_rule(name: str, path: str = "", line: int = 0, column: int = 0) -> TqaError:
    """The error of a rule that does not exist, with the place that names it."""
    from tqa.yamltree import nearest

    return TqaError(f"there is no rule “{name}”", path, line, column, nearest(name, ALL, "`tqa rules` lists them"))


def load_matcher(glossary: Sequence[str] = ()) -> Matcher:
    """The matcher of some glossary files or folders (none: the shipped ones), from the cache if nothing changed."""
    from tqa.cache import recall
    from tqa.glossary.paths import files, shipped

    paths = files(list(glossary) or [shipped()])
    return Matcher(recall(paths, lambda: _compiled(paths), "glossary"))


def _compiled(paths: Sequence[str]) -> dict[str, bytes]:
    from tqa.glossary.load import load
    from tqa.matcher import compile_terms

    return compile_terms(load(paths), {code: language(code) for code in ("ja", "en")})


def check(document: Document, setup: Setup) -> list[Finding]:
    """The findings of a document, by place."""
    place = _Placer(document, setup)
    texts: dict[str, list[tuple[int, Unit]]] = {}
    for number, unit in enumerate(document.units, 1):
        texts.setdefault(unit.doc, []).append((number, unit))
    findings = [
        place.finding(rule, problem) for units in texts.values() for rule, problem in _problems(document, units, setup)
    ]
    return sorted(findings, key=lambda finding: (finding.start, finding.end, finding.rule, finding.message))


def _problems(document: Document, units: list[tuple[int, Unit]], setup: Setup) -> list[tuple[Rule, Problem]]:
    """What the rules say of the units of one text."""
    context = analyse(document, units, setup.matcher)
    segments = context.segments
    paired = any(segment.source for segment in segments)
    found: list[tuple[Rule, Problem]] = []
    for rule_id in setup.rules:
        rule_module = module(rule_id) if _wanted(rule_id, paired, document.lang) else None
        if rule_module is None or not _runs(rule_module.RULE, setup, paired, document.lang):
            continue
        found.extend(
            (rule, problem)
            for rule, problem in _run(rule_module, segments, context)
            if rule.markup or _is_language(problem)
        )
    return _one_cause(found)


def _is_language(problem: Problem) -> bool:
    """False for what lies in code, an address, a placeholder, or cuts into one; on either side."""
    source = problem.segment.source
    if _cuts(problem.segment.target, problem.start, problem.end):
        return False
    return not (problem.source and source and _cuts(source, *problem.source))


def _cuts(side: Side, start: int, end: int) -> bool:
    """True for a part of a protected stretch, and for what begins or ends in the middle of one."""
    return any(
        low < end and start < high and not (start <= low and high <= end and (start, end) != (low, high))
        for low, high in side.protected
    )


def _wanted(rule_id: str, paired: bool, lang: str) -> bool:
    """Whether a rule can speak at all here; asked before its module is loaded."""
    from tqa.rules import ENGLISH, JAPANESE, PAIR

    if rule_id in PAIR:
        return paired
    return lang != "ja" if rule_id in ENGLISH else lang == "ja" if rule_id in JAPANESE else True


def _runs(rule: Rule, setup: Setup, paired: bool, lang: str) -> bool:
    if rule.lang not in ("any", lang) or (rule.needs == "pair" and not paired):
        return False
    return rule.status == "stable" or setup.preview or rule.id in setup.asked


def analyse(document: Document, units: list[tuple[int, Unit]], matcher: Matcher | None) -> Context:
    """The segments of one text, ready for the rules; each side is analysed when a rule first asks."""
    segments: list[Segment] = []
    context = Context(segments, document.path, document.lang, document.source_lang, matcher)
    target = language(document.lang)
    source = language(document.source_lang) if any(unit.source is not None for _, unit in units) else target
    for index, (number, unit) in enumerate(units):
        find = partial(context.find, index)
        side = Side(unit.target, target, find)
        other = Side(unit.source, source, find) if unit.source is not None else None
        kind = unit.kind or kind_of(unit.target.string, document.lang)
        segments.append(Segment(index, kind, side, other, unit.id or str(number), confident=unit.confident))
    return context


def kind_of(string: str, lang: str) -> str:
    """prose, heading or list, by the look of a paragraph.

    >>> kind_of("Hopes for a return", "en"), kind_of("It returned.", "en"), kind_of("- one", "en")
    ('heading', 'prose', 'list')
    """
    text = string.strip()
    if text[:2] in ("- ", "* ", "• ", "・") or text[:1] in "•・■●◆▼□○":
        return "list"
    end = text.rstrip("\"'”’)）」』】")[-1:]
    short = len(text.split()) <= HEADING_WORDS if lang != "ja" else len(text) <= 30
    return "heading" if short and end not in ".!?…。！？:;," else "prose"


def _run(rule_module: Any, segments: Sequence[Segment], context: Context) -> Iterator[tuple[Rule, Problem]]:
    """The problems of one rule; a crash becomes a problem at the place that the rule was looking at."""
    rule: Rule = rule_module.RULE
    subjects: Sequence[Any] = [segments] if rule.scope == "document" else segments
    for subject in subjects if segments else ():
        try:
            for problem in rule_module.check(subject, context):
                yield rule, problem
        except Exception as error:
            yield _crashed(rule, error, segments[0] if subject is segments else subject)


def _crashed(rule: Rule, error: Exception, at: Segment) -> tuple[Rule, Problem]:
    """What is said in place of a rule that has crashed, so that the run goes on."""
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__}: {error} ({frame.name}, line {frame.lineno})"
    message = f"the rule {rule.id} has crashed, which is a mistake in tqa: {where}"
    stand_in = Rule(INTERNAL, "a rule that has crashed", "critical", rule.category, lang="any", markup=True)
    return stand_in, Problem(at, 0, min(len(at.target.string), 1), message)


INTERNAL = "internal-error"
WHOLE = ("untranslated", "unrelated")  # what says that a target is not its source's translation; the rest is silent


def _one_cause(found: list[tuple[Rule, Problem]]) -> list[tuple[Rule, Problem]]:
    """Drop what another rule has said better: the same place and a rule that this one yields to."""
    spans: dict[str, list[tuple[int, Span]]] = {}
    for rule, problem in found:
        spans.setdefault(rule.id, []).append((problem.segment.index, Span(problem.start, problem.end)))
    kept, seen = [], set()
    for rule, problem in found:
        key = (rule.id, problem.segment.index, problem.start, problem.end, problem.message)
        index, span = problem.segment.index, (problem.start, problem.end)
        others = (*rule.yields_to, *(WHOLE if rule.needs == "pair" and rule.id not in WHOLE else ()))
        better = any(other == index and there.overlaps(span) for name in others for other, there in spans.get(name, ()))
        if not better and key not in seen:
            seen.add(key)
            kept.append((rule, problem))
    return kept


class _Placer:
    """Puts problems at their places in the file."""

    def __init__(self, document: Document, setup: Setup) -> None:
        self.document = document
        self.setup = setup
        self.lines = Lines(document.raw)
        self.seen: dict[str, int] = {}
        self.words: dict[str, int] = {}  # checksums of segments

    def finding(self, rule: Rule, problem: Problem) -> Finding:
        document, segment = self.document, problem.segment
        text = segment.target.text
        start, end = text.locate(problem.start, problem.end)
        line, column = self.lines.place(start)
        end_line, end_column = self.lines.place(end)
        quote = segment.target.string[problem.start : problem.end]
        source = segment.source.text.locate(*problem.source) if problem.source and segment.source else None
        return Finding(
            rule=rule.id,
            severity=self.setup.severities.get(rule.id) or problem.severity or rule.severity,
            category=rule.category,
            message=problem.message,
            start=start, end=end, line=line, column=column, quote=quote,
            source_start=source.start if source else None,
            source_end=source.end if source else None,
            source_quote=segment.source.string[slice(*problem.source)] if problem.source and segment.source else None,
            related=tuple(self.related(place) for place in problem.related),
            fixes=tuple(self.fixes(rule, problem)),
            fingerprint=self.fingerprint(rule.id, quote, segment.target.string),
            path=document.path, end_line=end_line, end_column=end_column,
            segment=segment.id, source_path=document.source_path,
            entry=f"{problem.entry.path}:{problem.entry.line}" if problem.entry else "",
            context=text.locate(*segment.target.sentence_at(problem.start)),
        )  # fmt: skip

    def related(self, place: Any) -> Related:
        side = place.segment.target if place.side == "target" else place.segment.source
        path = self.document.path if place.side == "target" else self.document.source_path
        start, end = side.text.locate(place.start, place.end)
        return Related(path, start, end, side.string[place.start : place.end], place.message)

    def fixes(self, rule: Rule, problem: Problem) -> Iterable[Fix]:
        if problem.suggestion is not None:
            side = problem.segment.target
            first, wanted = side.lang.fitted(side.string, problem.start, problem.end, problem.suggestion)
            edits = _edits(side.text, first, problem.end, wanted, self.document.raw)
            exact = edits and side.text.exact(first, problem.end)
            safety = rule.fix if exact or rule.fix == "display" else "unsafe" if edits else "display"
            yield Fix(_title(wanted), safety, edits)
        for other in problem.others:
            yield Fix(_title(other), "display", ())

    def fingerprint(self, rule: str, quote: str, segment: str) -> str:
        """Stable when lines move: built from the rule, the matched text and the segment, and a count for repeats."""
        from zlib import crc32

        if segment not in self.words:
            self.words[segment] = crc32(" ".join(segment.split()).encode())
        words = self.words[segment]
        base = f"{crc32(f'{rule}|{quote}'.encode(), words):08x}{crc32(f'|{quote}'.encode(), words):08x}"
        self.seen[base] = self.seen.get(base, 0) + 1
        return base if self.seen[base] == 1 else f"{base}-{self.seen[base]}"


def _edits(text: Text, start: int, end: int, wanted: str, raw: str) -> tuple[Edit, ...]:
    """What to change in the file: the new words where the first of the old ones stand, and the markup between them left
    alone. None where the format has no way to write the words, or a part of the old ones stands in one piece with
    others."""
    parts = text.parts(start, end)
    new: str | None = wanted
    if text.written:
        from tqa.formats.written import fits, requoted, written

        new = written(wanted, text.written)
        if new is None and len(parts) == 1:
            return tuple(Edit(*edit) for edit in requoted(*parts[0], wanted, raw, text.written))
    if new is None or not parts:
        return ()
    edits = (Edit(*parts[0], new), *(Edit(low, high, "") for low, high in parts[1:]))
    return edits if not text.written or fits(edits, raw, text.written) else ()


def _title(text: str) -> str:
    if not text:
        return "delete it"
    return f"write {text}" if any(mark in text for mark in "“”\"") else f"write “{text}”"
