"""For whole inputs, from their first byte to a verdict, and for whatever else workers do."""

from formcheck.analysis.workers.loaded import films as films
from formcheck.analysis.workers.loaded.once import load

load("formcheck.analysis.judging.judge_input")
