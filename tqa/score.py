"""Whole translations against a reference: BLEU, chrF and TER beside what tqa finds, and which segments trouble most.

The metrics say how near a draft comes to one reference; tqa's points say what an editor would have to mend.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tqa.model import MQM_POINTS, SEVERITIES, Document, Finding, TqaError, Unit
from tqa.text import Text, plural

RESAMPLES, SEED = 1000, 12345  # sacreBLEU's own
SURE = 0.05


class Draft(NamedTuple):
    """A translation: its segments, and what tqa finds in each."""

    path: str
    lines: list[str]
    findings: list[list[Finding]]


class Figure(NamedTuple):
    """A score; `p` is the chance of such a difference from the first draft if there is none, or None for the first."""

    score: float
    p: float | None = None

    @property
    def differs(self) -> bool:
        return self.p is not None and self.p < SURE


class Trouble(NamedTuple):
    """A segment by the trouble that it gives. `line` counts from 1."""

    line: int
    points: int
    chrf: float
    rules: tuple[str, ...]
    text: str


class Score(NamedTuple):
    """The figures of a draft; `points` are MQM points per 1,000 words."""

    path: str
    bleu: Figure
    chrf: Figure
    ter: Figure
    points: Figure
    words: int
    severities: dict[str, int]
    categories: dict[str, int]
    worst: list[Trouble]


def segments(path: str, like: tuple[str, int] | None = None) -> list[str]:
    """The lines of a plain text, a segment each; `like` is another file and its number of segments.

    Raises:
        TqaError: the file cannot be read, is empty, or has not as many lines as the other.
    """
    from tqa.formats import contents, decode

    lines = [line.removesuffix("\r") for line in decode(contents(path), path)[0].removeprefix("\ufeff").split("\n")]
    if not lines[-1]:
        lines.pop()
    if not any(line.strip() for line in lines):
        raise TqaError("holds no segment", path)
    if like and len(lines) != like[1]:
        raise TqaError(
            f"has {plural(len(lines), 'line')}, but {like[0]} has {like[1]:,}", path, hint="a segment a line in every file"
        )
    return lines


def score(
    drafts: Sequence[Draft], references: list[str], lang: str, worst: int = 0
) -> tuple[list[Score], dict[str, str]]:
    """The figures of each draft, compared with the first, and the signature of each metric."""
    from sacrebleu.metrics import CHRF

    metrics, signatures = _metrics(drafts, references, lang)
    points = _points(drafts, lang)
    chrf = CHRF()
    found = []
    for number, draft in enumerate(drafts):
        every = [finding for row in draft.findings for finding in row]
        severities = {level: sum(finding.severity == level for finding in every) for level in SEVERITIES}
        groups = sorted({finding.category.split("/")[0] for finding in every})
        categories = {name: sum(finding.category.split("/")[0] == name for finding in every) for name in groups}
        bleu, chrf_score, ter = (metrics[name][number] for name in ("BLEU", "chrF", "TER"))
        found.append(
            Score(draft.path, bleu, chrf_score, ter, points[number], words(draft.lines, lang), severities, categories,
                  _worst(draft, references, chrf)[:worst])
        )  # fmt: skip
    return found, signatures


def words(lines: Sequence[str], lang: str) -> int:
    """Words of some segments."""
    return Document("", "", tuple(Unit(Text.plain(line, 0)) for line in lines), lang).words


def _metrics(
    drafts: Sequence[Draft], references: list[str], lang: str
) -> tuple[dict[str, list[Figure]], dict[str, str]]:
    """BLEU, chrF and TER of each draft, and their signatures."""
    from sacrebleu.metrics import BLEU, CHRF, TER

    japanese = lang == "ja"
    metrics: dict[str, Any] = {
        "BLEU": BLEU(tokenize=_japanese() if japanese else "13a", references=[references]),
        "chrF": CHRF(references=[references]),
        "TER": TER(normalized=japanese, asian_support=japanese, references=[references]),
    }
    if len(drafts) > 1:
        from sacrebleu.significance import PairedTest

        named: Any = [(str(number), draft.lines) for number, draft in enumerate(drafts)]
        test = PairedTest(named, metrics, references=None, test_type="bs", n_samples=RESAMPLES)
        found: Any = test()
        signatures, results = found
        keys = dict(zip(metrics, signatures, strict=True))  # sacreBLEU calls chrF chrF2
        figures = {name: [_figure(r, results[key][0]) for r in results[key]] for name, key in keys.items()}
        return figures, {name: str(signatures[key]) for name, key in keys.items()}
    figures = {name: [Figure(metric.corpus_score(drafts[0].lines, None).score)] for name, metric in metrics.items()}
    return figures, {name: metric.get_signature().format() for name, metric in metrics.items()}


def _figure(result: Any, first: Any) -> Figure:
    """sacreBLEU calls two equal drafts surely different."""
    p = None if result.p_value is None else 1.0 if result.score == first.score else float(result.p_value)
    return Figure(float(result.score), p)


def _japanese() -> str:
    """MeCab's words where sacreBLEU has it, else characters; the signature says which."""
    from importlib.util import find_spec

    return "ja-mecab" if find_spec("MeCab") and find_spec("ipadic") else "char"


def _points(drafts: Sequence[Draft], lang: str) -> list[Figure]:
    """MQM points per 1,000 words of each draft, with the chance of its difference from the first."""
    import numpy as np

    size = len(drafts[0].lines)
    points = np.array([[_weight(row) for row in draft.findings] for draft in drafts], dtype=float)
    sizes = np.array([[words([line], lang) for line in draft.lines] for draft in drafts], dtype=float)
    whole = 1000 * points.sum(1) / np.maximum(sizes.sum(1), 1)
    lots = np.random.default_rng(SEED).multinomial(size, np.full(size, 1 / size), RESAMPLES)
    drawn = 1000 * (points @ lots.T) / np.maximum(sizes @ lots.T, 1)
    found = [Figure(float(whole[0]))]
    for number in range(1, len(drafts)):
        apart = np.abs(drawn[number] - drawn[0])
        extreme = np.sum(np.abs(apart - apart.mean()) >= abs(whole[number] - whole[0]))
        found.append(Figure(float(whole[number]), float((extreme + 1) / (RESAMPLES + 1))))
    return found


def _weight(findings: Sequence[Finding]) -> int:
    return sum(MQM_POINTS[finding.severity] for finding in findings)


def _worst(draft: Draft, references: list[str], chrf: Any) -> list[Trouble]:
    """The segments, the most points first, then the farthest from the reference."""
    rows = [
        Trouble(
            number, _weight(found), round(chrf.sentence_score(line, [reference]).score, 1),
            tuple(dict.fromkeys(finding.rule for finding in found)), line,
        )
        for number, (line, reference, found) in enumerate(zip(draft.lines, references, draft.findings, strict=True), 1)
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (-row.points, row.chrf, row.line))


def text(scores: Sequence[Score], signatures: dict[str, str], reference: str, source: str) -> Iterator[str]:
    """The figures for people."""
    width = max(len("translation"), *(len(one.path) for one in scores))
    yield f"Against {reference}" + (f", with the source {source}" if source else ", without the source")
    yield ""
    yield f"{'translation':{width}}    BLEU    chrF     TER  points/1,000 words  findings"
    for one in scores:
        cells = "  ".join(
            f"{figure.score:5.1f}{'*' if figure.differs else ' '}" for figure in (one.bleu, one.chrf, one.ter)
        )
        found = ", ".join(f"{name} {count}" for name, count in one.categories.items()) or "none"
        points = f"{one.points.score:.1f}{'*' if one.points.differs else ' '}"
        yield f"{one.path:{width}}  {cells}  {points:>18}  {found}"
    if len(scores) > 1:
        yield (
            f"* differs from the first (p < {SURE}, paired bootstrap, {RESAMPLES:,} resamples). "
            "Less TER and fewer points are better."
        )
        yield ""
        yield verdict(scores)
    for one in scores:
        if one.worst:
            yield ""
            yield f"Most trouble in {one.path}"
        for row in one.worst:
            rules = ": " * bool(row.rules) + ", ".join(row.rules)
            yield f"  line {row.line}: {row.points} points, chrF {row.chrf:.1f}{rules}"
            yield f"      {row.text}"
    yield ""
    yield from (f"{name}: {signature}" for name, signature in signatures.items())


def verdict(scores: Sequence[Score]) -> str:
    """Which draft costs an editor less, as far as the figures tell; only differences from the first are tested."""
    first, best = scores[0], min(scores, key=lambda one: one.points.score)
    rest = [one for one in scores[1:] if one.points.differs]
    if best is first:
        told = (
            "fewest points" if len(rest) == len(scores) - 1 else "fewest points, but not surely fewer than every other"
        )
        return f"An editor has least to mend in {first.path}: {told}."
    if best.points.differs:
        return f"An editor has least to mend in {best.path}: surely fewer points than {first.path}."
    return f"No draft has surely fewer points than {first.path}: more segments might tell."


def json(scores: Sequence[Score], signatures: dict[str, str], reference: str, source: str) -> Iterator[str]:
    """The figures for machines."""
    import json as format

    from tqa import __version__

    yield format.dumps(
        {
            "version": 1,
            "tool": {"name": "tqa", "version": __version__},
            "reference": reference,
            "source": source or None,
            "signatures": signatures,
            "translations": [_row(one) for one in scores],
        },
        ensure_ascii=False,
        indent=2,
    )


def _row(one: Score) -> dict[str, Any]:
    figures = {"bleu": one.bleu, "chrf": one.chrf, "ter": one.ter, "mqm_per_1000_words": one.points}
    return {
        "path": one.path,
        **{
            name: {"score": round(figure.score, 2), "p": figure.p and round(figure.p, 4)}
            for name, figure in figures.items()
        },
        "words": one.words,
        "findings": one.severities,
        "categories": one.categories,
        "worst": [row._asdict() for row in one.worst],
    }
