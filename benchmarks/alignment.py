"""How well two texts are aligned: NTREX with its translations altered, in sixteen languages.

python -m benchmarks.alignment [--corpus FOLDER] [--joined N] [--seed TEXT] [LANGUAGE ...]
"""

import argparse
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from app.parallel.alignment import align
from app.parallel.encoder import covers, installed_encoder
from benchmarks.altered_text import measure, paragraphs

LANGUAGES = ("nl", "de", "fr", "es", "ru", "ar", "he", "hi", "ja", "zh-Hans", "ko", "th", "fi", "hu", "tr")
CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus" / "ntrex"
LONG = 1_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=LANGUAGES, metavar="LANGUAGE")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--joined", type=int, default=1, help="documents aligned as one text")
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    print("| en to | strict F1 | dropped P | dropped R | with encoder: F1 | dropped P | dropped R |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for language in options.languages:
        print(_line(options.corpus, language, options.joined, options.seed), flush=True)
    for language in options.languages:
        seconds = _seconds(options.corpus, language)
        print(f"{LONG} by {LONG} segments, en to {language}: {seconds:.1f} s of CPU")


def documents(corpus: Path, language: str, joined: int = 1) -> Iterator[tuple[list[str], list[str]]]:
    folders = iter(sorted(path for path in corpus.iterdir() if path.is_dir()))
    while some := list(islice(folders, joined)):
        yield _joined(some, "en"), _joined(some, language)


def _joined(folders: list[Path], language: str) -> list[str]:
    files = (folder / f"{language}.txt" for folder in folders)
    return [line.strip() for file in files for line in file.read_text("utf-8").split("\n") if line.strip()]


def _line(corpus: Path, language: str, joined: int, seed: str) -> str:
    cells = [language]
    encoder = installed_encoder()
    for each in (None, encoder) if covers(encoder, "en", language) else (None,):
        score = measure(documents(corpus, language, joined), ("en", language), seed, each)
        cells += [f"{score.f1:.3f}", f"{score.dropped_precision:.2f}", f"{score.dropped_recall:.2f}"]
    return "| " + " | ".join([*cells, *[""] * (7 - len(cells))]) + " |"


def _seconds(corpus: Path, language: str) -> float:
    source, target = next(documents(corpus, language, joined=LONG))
    start = time.process_time()
    align(paragraphs(source[:LONG]), paragraphs(target[:LONG]), "en", language)
    return time.process_time() - start


if __name__ == "__main__":
    main()
