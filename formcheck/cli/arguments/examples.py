"""An example or more of each command, for its help: what to type, and what that does."""

from collections.abc import Mapping
from typing import Final

EXAMPLES: Final[Mapping[str, Mapping[str, str]]] = {
    "live": {
        "formcheck live": "the programme for the low back",
        "formcheck live bird-dog --reps 6": "one exercise, six times a side",
        "formcheck live plank --hold 20": "hold for 20 seconds",
        "formcheck live auto": "do whatever you like, it is recognised",
        "formcheck live --programme my-programme.toml": "a list of your own",
        "formcheck live bridge --camera clip.mp4": "try it with a film",
    },
    "analyse": {
        "formcheck analyse clip.mp4": "which exercise, and how well",
        "formcheck analyse clip.mp4 -e wall-squat": "you know which one it is",
        "formcheck analyse recordings -o results": "a folder of recordings",
        "formcheck analyse clip.mp4 --person left": "one of several people",
        "formcheck analyse formcheck-out/clip/poses.npz": "again, without the pose model",
        "formcheck analyse clip.mp4 --csv excel --language de": "tables for a German Excel",
    },
    "judge-again": {
        "formcheck judge-again formcheck-out -e mine.toml": "what does my change change?",
        "formcheck judge-again formcheck-out --exercises mine": "where several have changed",
    },
    "compare": {
        "formcheck compare last-month/bridge today/bridge": "has it got better?",
        "formcheck compare formcheck-out/bird-dog --sides": "left beside right",
        "formcheck compare last-month/bridge today/bridge --html page.html": "curves, to look at",
    },
    "export": {
        "formcheck export formcheck-out --trc": "for OpenSim",
        "formcheck export formcheck-out --parquet tables": "for R or pandas",
    },
    "samples": {
        "formcheck samples 'bird-dog-*'": "the clips of one exercise",
        "formcheck samples --jobs 2": "all of them, two at once",
    },
    "exercises": {
        "formcheck exercises": "the list",
        "formcheck exercises bird-dog": "how one is done",
        "formcheck exercises --measures": "what can be measured, from where",
        "formcheck exercises --validate my-exercise.toml": "is my file right?",
    },
    "learn": {
        "formcheck learn heel-slide clip.mp4": "writes heel-slide.toml",
    },
    "history": {
        "formcheck history": "the last sessions, and this week",
        "formcheck history --since 2026-01-01": "all sessions of a year",
        "formcheck history --add-activity walk --minutes 30": "a walk that no camera saw",
        "formcheck history --add-pain 3": "how the last session felt",
        "formcheck history --html history.html": "one file for your physiotherapist",
        "formcheck history --forget": "delete it all",
    },
    "desk": {
        "formcheck desk": "until Ctrl-C",
        "formcheck desk --for 60 --break-every 30": "an hour, with a break in it",
    },
    "doctor": {
        "formcheck doctor": "does everything work here?",
    },
    "starter": {
        "formcheck starter": "to exercise without a terminal",
        "formcheck starter desk": "the same for the watch at the desk",
    },
    "list": {
        "formcheck models list": "which there are",
    },
    "get": {
        "formcheck models get lite": "a quicker one",
    },
}


def epilog(examples: Mapping[str, str]) -> str:
    """The examples of a command as its help ends with them, in Markdown."""
    lines = (f"{typed}\n    {does}" for typed, does in examples.items())
    return "\n".join(["```", *lines, "```"])
