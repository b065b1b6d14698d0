"""The command line."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> None:
    """Run tqa; the exit code is 0 (clean), 1 (findings) or 2 (the job could not be done)."""
    from tqa.model import TqaError

    try:
        _run(sys.argv[1:] if arguments is None else arguments)
    except TqaError as error:
        for line in str(error).split("\n"):
            print(f"tqa: {line}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)


def _run(arguments: list[str]) -> None:
    if arguments[:1] == ["check"] and not any(argument.startswith("-") for argument in arguments):
        # No option: nothing to parse, and to load click takes twice as long as to start Python.
        from tqa.cli.run import run

        sys.exit(run(tuple(arguments[1:])))
    from tqa.cli.group import group

    group.main(args=arguments, prog_name="tqa", standalone_mode=True)
