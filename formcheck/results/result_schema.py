"""The JSON schema of `result.json`, a file of the package for programs in any language.

`python -m formcheck.results.result_schema` writes it anew after the contract has got a new key.
"""

import json
import sys
from importlib.resources import files
from typing import Any, Final

from formcheck.results.result_document import SCHEMA, ResultDocument

FILE: Final = "result.schema.json"
"""Beside this module."""

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def result_schema() -> dict[str, Any]:
    """The JSON schema (2020-12) that every `result.json` of this version keeps.

    import json, jsonschema

    document = json.load(open("results/wall-squat-good/result.json"))
    jsonschema.validate(document, formcheck.result_schema())
    """
    schema: dict[str, Any] = json.loads((files(__package__) / FILE).read_text("utf-8"))
    return schema


def schema_text() -> str:
    """What the file must hold, made from the contract as Python has it."""
    made = ResultDocument.model_json_schema(mode="serialization")
    schema = {"$schema": DIALECT, "title": f"formcheck result, schema {SCHEMA}"}
    return json.dumps({**made, **schema}, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    from pathlib import Path

    Path(__file__).with_name(FILE).write_text(schema_text(), "utf-8")
    sys.stdout.write(f"{FILE}\n")
