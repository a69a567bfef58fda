"""The parts of the evaluation by name."""

from collections.abc import Callable, Mapping

from nlp.evaluation import acts, corrections, danger, history, kinds, language, places, speed
from nlp.evaluation.result import Bench, Result

PARTS: Mapping[str, Callable[[Bench], Result]] = {
    "kinds": kinds.run, "history": history.run, "corrections": corrections.run, "acts": acts.run,
    "danger": danger.run, "language": language.run, "places": places.run, "calibration": history.calibration,
    "speed": speed.run,
}  # fmt: skip
