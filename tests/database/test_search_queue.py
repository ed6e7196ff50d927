import threading
import time

from app.database.search_queue import SearchQueue


def test_whoever_came_first_is_next_and_nobody_overtakes() -> None:
    queue = SearchQueue(at_once=1, most_waiting=3)
    done: list[int] = []

    def search(number: int) -> None:
        with queue.turn(60) as has_come:
            assert has_come
            done.append(number)

    with queue.turn(0) as has_come:
        assert has_come
        threads = [threading.Thread(target=search, args=(number,)) for number in range(3)]
        for number, thread in enumerate(threads, 1):
            thread.start()
            while len(queue._waiting) < number:
                time.sleep(0.001)
    for thread in threads:
        thread.join()
    assert done == [0, 1, 2]


def test_where_too_many_wait_nobody_else_does() -> None:
    queue = SearchQueue(at_once=1, most_waiting=0)
    with queue.turn(60), queue.turn(60) as has_come:
        assert not has_come
    with queue.turn(0) as has_come:
        assert has_come


def test_who_gave_up_waiting_keeps_nobody_else_out() -> None:
    queue = SearchQueue(at_once=1, most_waiting=1)
    with queue.turn(0):
        for _ in range(3):
            with queue.turn(0.001) as has_come:
                assert not has_come
    with queue.turn(0) as has_come:
        assert has_come
