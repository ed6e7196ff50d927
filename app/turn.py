"""Requests that arrive in one turn of the event loop, answered together once all of them are read."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Turn:
    """Begins each answer at its end, and makes a task only of those that have to wait for something.

    A task takes as long as a read from the database. Whoever is begun here has none yet: before it waits it
    awaits ``asyncio.sleep(0)``, and goes on as one.
    """

    def __init__(self, tasks: set[asyncio.Task[None]]) -> None:
        self._tasks = tasks
        self._loop = asyncio.get_running_loop()
        self._arrived: list[Coroutine[Any, Any, None]] = []

    def add(self, answering: Coroutine[Any, Any, None]) -> None:
        if not self._arrived:
            self._loop.call_soon(self._answer)
        self._arrived.append(answering)

    def _answer(self) -> None:
        arrived, self._arrived = self._arrived, []
        for answering in arrived:
            try:
                answering.send(None)
            except StopIteration:
                continue
            task = self._loop.create_task(answering)
            task.add_done_callback(self._tasks.discard)
            self._tasks.add(task)
