"""Who searches now, and who waits for it in the order of arrival: a semaphore lets newcomers in first."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class SearchQueue:
    """``at_once`` of them work, and no more than ``most_waiting`` wait."""

    def __init__(self, at_once: int, most_waiting: int) -> None:
        self._lock = threading.Lock()
        self._free = at_once
        self._most_waiting = most_waiting
        self._waiting: deque[threading.Event] = deque()

    @contextmanager
    def turn(self, seconds: float) -> Iterator[bool]:
        """Whether it came within that time; False at once where too many wait."""
        has_come = self._wait(seconds)
        try:
            yield has_come
        finally:
            if has_come:
                self._pass_on()

    def _wait(self, seconds: float) -> bool:
        with self._lock:
            if self._free:
                self._free -= 1
                return True
            if len(self._waiting) >= self._most_waiting:
                return False
            called = threading.Event()
            self._waiting.append(called)
        called.wait(seconds)
        with self._lock:
            if not called.is_set():
                self._waiting.remove(called)
            return called.is_set()

    def _pass_on(self) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._free += 1
