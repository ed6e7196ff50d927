from pathlib import Path

import pytest

from app.database.memory import memory_bytes


def test_a_container_with_less_than_the_machine_has_what_it_is_given(tmp_path: Path) -> None:
    limit = tmp_path / "memory.max"
    limit.write_text("268435456\n", encoding="ascii")
    assert memory_bytes(limit) == 268_435_456


@pytest.mark.parametrize("said", ["max\n", "9" * 20 + "\n", None])
def test_without_a_limit_there_is_all_that_the_machine_has(tmp_path: Path, said: str | None) -> None:
    limit = tmp_path / "memory.max"
    if said is not None:
        limit.write_text(said, encoding="ascii")
    assert memory_bytes(limit) > 268_435_456
