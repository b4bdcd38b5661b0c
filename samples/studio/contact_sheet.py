"""Contact sheets: a clip's moments in one picture, to look at before filming the whole."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from samples.studio.geometry import Array

CELL = 320


def contact_sheet(pictures: list[Array], captions: list[str], columns: int = 4) -> Array:
    """Put pictures (H, W, 3) RGB side by side, each with its caption; returns RGB."""
    cells = []
    for picture, caption in zip(pictures, captions, strict=True):
        height = round(picture.shape[0] * CELL / picture.shape[1])
        cell = cv2.resize(picture, (CELL, height), interpolation=cv2.INTER_AREA)
        cv2.rectangle(cell, (0, 0), (CELL, 16), (0, 0, 0), -1)
        cv2.putText(
            cell, caption, (4, 12), cv2.FONT_HERSHEY_SIMPLEX, 0.38, (255, 255, 255), 1, cv2.LINE_AA
        )
        cells.append(cell)
    while len(cells) % columns:
        cells.append(np.zeros_like(cells[0]))
    rows = [np.hstack(cells[at : at + columns]) for at in range(0, len(cells), columns)]
    return np.vstack(rows)


def write_picture(path: Path, picture: Array) -> None:
    """Write RGB (H, W, 3) as PNG or JPEG, by the name's ending."""
    cv2.imwrite(str(path), cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))
