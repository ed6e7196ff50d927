"""The memory there is, of the machine or of the container."""

from pathlib import Path

from app.database.memory import memory_bytes

OF_CONTAINER = 268_435_456


def _limit(folder: Path, text: str) -> Path:
    path = folder / "limit"
    path.write_text(text)
    return path


def test_a_containers_limit_counts(tmp_path: Path) -> None:
    assert memory_bytes([_limit(tmp_path, f"{OF_CONTAINER}\n")]) == OF_CONTAINER


def test_it_counts_in_either_version_of_control_groups(tmp_path: Path) -> None:
    absent = tmp_path / "absent"
    assert memory_bytes([absent, _limit(tmp_path, f"{OF_CONTAINER}\n")]) == OF_CONTAINER


def test_without_a_limit_the_machine_has_what_it_has(tmp_path: Path) -> None:
    machine = memory_bytes([tmp_path / "absent"])
    assert machine > OF_CONTAINER
    for unlimited in ("max\n", "9223372036854771712\n"):
        assert memory_bytes([_limit(tmp_path, unlimited)]) == machine
