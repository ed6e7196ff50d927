import re

from app.intake.finding import REFUSALS
from tests.conftest import REPOSITORY

_CODES = re.compile(
    r'(?:Refusal\(\s*|0, 0, "refused", |_refused\(\w+, |\._(?:fault|refused?)\(\s*)"([a-z0-9-]+)"'
)


def test_every_refusal_in_the_code_is_documented_and_no_other() -> None:
    sources = [path.read_text() for path in (REPOSITORY / "app").rglob("*.py")]
    used = {code for source in sources for code in _CODES.findall(source)}
    used |= {f"{kind}-language-tag" for kind in ("malformed", "unknown", "unusable")}
    assert used == REFUSALS.keys()
