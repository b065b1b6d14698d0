"""Tests keep their own cache, so that they neither use nor fill the user's, and no dictionary that is installed here."""

from __future__ import annotations

import os
import tempfile

os.environ["TQA_CACHE_DIR"] = os.path.join(tempfile.gettempdir(), f"tqa-test-cache-{os.getuid()}")
os.environ["TQA_DICTIONARY"] = "off"
