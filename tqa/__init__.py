"""tqa: the translation checker that editors trust.

>>> import tqa
>>> [finding.rule for finding in tqa.Checker().check("He called it “a plan. They left.")]
['quote-unpaired']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tqa.api import Checker
    from tqa.model import Edit, Finding, Fix, Related, TqaError

__version__ = "0.1.0"
__all__ = ["Checker", "Edit", "Finding", "Fix", "Related", "TqaError", "__version__"]


def __getattr__(name: str) -> Any:
    """Load the interface when it is first asked for: the command line does not need it."""
    if name not in __all__:
        raise AttributeError(f"module 'tqa' has no attribute {name!r}")
    if name == "Checker":
        from tqa.api import Checker

        return Checker
    from tqa import model

    return getattr(model, name)
