"""Where things are."""
from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent
ROOT = BENCH.parent
DEV = ROOT / "target" / "dev"
WAR = ROOT / "target" / "fitmesh.war"
WORK = ROOT / "target" / "bench"
STATEMENTS = BENCH / "limit" / "src" / "main" / "resources" / "statements"
ALTERNATIVES = BENCH / "limit" / "alternatives"


class Failure(Exception):
    """What the user has to read; no stack trace."""
