"""How long a Reading takes, how long loading takes, and how much memory the process holds."""

import csv
import json
import subprocess
import sys
import time
from pathlib import Path

from nlp.evaluation.result import Bench, Result
from nlp.reading import Hints

PROBE = """
import json, sys, time
start = time.perf_counter()
from pathlib import Path
from bot.commands.read import reader_of
reader_of(Path(sys.argv[1])).read("There is a pothole at 32 Church St")
kilobytes = next((int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS")), 0)
print(json.dumps({"seconds": time.perf_counter() - start, "megabytes": kilobytes / 1024}))
"""
TEXTS = 3000


def run(bench: Bench) -> Result:
    """Milliseconds of processor time per message, p50 and p99; load time and memory of a fresh process."""
    result = Result("Speed")
    for name, texts in _texts(bench, result).items():
        for text in texts[:50]:
            bench.reader.read(text)
        times = sorted(_milliseconds(bench, text) for text in texts)
        result.add(f"p50, ms, {name}", times[len(times) // 2], f"{len(times)} texts, one thread", 1.5, is_most=True)
        result.add(f"p99, ms, {name}", times[int(len(times) * 0.99)], f"{len(times)} texts", 5.0, is_most=True)
    _process(result)
    return result


def _texts(bench: Bench, result: Result) -> dict[str, list[str]]:
    found = {"New Haven": [row["text"] for row in bench.rows("reports/newhaven_dev.jsonl", result)]}
    path = bench.data / "texts" / "boston_untagged.csv"
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as lines:
            found["Boston"] = [row["description"] for row in csv.DictReader(lines)][:TEXTS]
    else:
        result.absent.append("texts/boston_untagged.csv")
    return {name: texts for name, texts in found.items() if texts}


def _milliseconds(bench: Bench, text: str) -> float:
    start = time.thread_time()
    bench.reader.read(text, Hints(language="en"))
    return (time.thread_time() - start) * 1000


def _process(result: Result) -> None:
    """Load a Reader in a fresh process and ask once."""
    city = Path(__file__).parents[2] / "cities" / "boston"
    ran = subprocess.run([sys.executable, "-c", PROBE, str(city)], capture_output=True, text=True, check=False)  # noqa: S603
    if ran.returncode:
        result.absent.append("load time: the probe did not run")
        return
    said = json.loads(ran.stdout)
    result.add("load until the first Reading, s", said["seconds"], "a fresh process, Boston", 2.0, is_most=True)
    result.add("memory of the Reader's process, MB", said["megabytes"], "a fresh process, Boston", 350, is_most=True)
