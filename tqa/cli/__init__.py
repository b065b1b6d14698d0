"""The command line."""

from __future__ import annotations

import gc
import os
import sys


def main(arguments: list[str] | None = None) -> None:
    """Run tqa; the exit code is 0 (clean), 1 (findings) or 2 (the job could not be done)."""
    from tqa.model import TqaError

    try:
        if arguments is None and _is_plain(sys.argv[1:]):
            _run_and_leave(sys.argv[1:])
        _run(sys.argv[1:] if arguments is None else arguments)
    except TqaError as error:
        for line in str(error).split("\n"):
            print(f"tqa: {line}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)


def _is_plain(arguments: list[str]) -> bool:
    """True for a check without options, or with the one of the commit hook: nothing to parse, and to load click takes
    twice as long as to start Python."""
    options = {argument for argument in arguments if argument.startswith("-")}
    return arguments[:1] == ["check"] and options <= {_OF_HOOK}


_OF_HOOK = "--force-exclude"


def _check(arguments: list[str]) -> int:
    from tqa.cli.run import Options, run

    paths = tuple(argument for argument in arguments[1:] if argument != _OF_HOOK)
    return run(paths, Options(force_exclude=len(paths) < len(arguments) - 1))


def _run(arguments: list[str]) -> None:
    if _is_plain(arguments):
        sys.exit(_check(arguments))
    from tqa.cli.group import group

    group.main(args=arguments, prog_name="tqa", standalone_mode=True)


def _run_and_leave(arguments: list[str]) -> None:
    """A check in a process of its own: what it holds is left to the system, since to free it object by object takes
    half as long as to start Python."""
    gc.set_threshold(100_000)  # rules make tuples, hardly a cycle
    code = _check(arguments)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
