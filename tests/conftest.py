"""Tests keep their own cache, so that they neither use nor fill the user's."""

from __future__ import annotations

import os
import tempfile

os.environ["TQA_CACHE_DIR"] = os.path.join(tempfile.gettempdir(), f"tqa-test-cache-{os.getuid()}")
