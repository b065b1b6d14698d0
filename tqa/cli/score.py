"""`tqa score`."""

from __future__ import annotations

import click


@click.command("score")
@click.argument("translations", nargs=-1, required=True, metavar="HYP...")
@click.option("--ref", "reference", metavar="FILE", required=True, help="The reference translation, a segment a line.")
@click.option("--source", metavar="FILE", default="", help="The source, a segment a line: tqa reads it too.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--worst", type=click.IntRange(0), default=0, metavar="N", help="The N segments that trouble most.")
@click.option("--lang", type=click.Choice(("en", "ja")), default="en", show_default=True, help="The language of HYP.")
@click.option("--glossary", multiple=True, metavar="PATH", help="A glossary file or folder, not the shipped one.")
@click.option("--config", metavar="FILE", help="The configuration, in place of the nearest tqa.yaml.")
def command(
    translations: tuple[str, ...], reference: str, source: str, form: str, worst: int, lang: str,
    glossary: tuple[str, ...], config: str | None,
) -> None:  # fmt: skip
    """Which draft costs an editor less? BLEU, chrF and TER of one or several translations, beside what tqa finds.

    Every file is plain text, a segment a line. The first HYP is what the others are compared with.
    """
    from tqa import score
    from tqa.api import Checker
    from tqa.cli.run import write
    from tqa.config import find
    from tqa.lang import other

    references = score.segments(reference)
    size = (reference, len(references))
    texts = [score.segments(path, size) for path in translations]
    sources: list[str] | list[None] = score.segments(source, size) if source else [None] * len(references)
    checker = Checker(glossary, config or find("."))
    drafts = []
    for path, lines in zip(translations, texts, strict=True):
        pairs = zip(sources, lines, strict=True)
        findings = checker.check_pairs(pairs, lang=lang, source_lang=other(lang), path=path)
        drafts.append(score.Draft(path, lines, findings))
    scores, signatures = score.score(drafts, references, lang, worst)
    report = score.json if form == "json" else score.text
    write(list(report(scores, signatures, reference, source)), None)
