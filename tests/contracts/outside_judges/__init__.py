"""What others' programs find wrong with our answers. `pip install -e '.[judges]'` has them."""

import pytest

for judge in ("httplint", "redbot", "schemathesis"):
    pytest.importorskip(judge, reason=f"{judge} is not installed: pip install -e '.[judges]'")
