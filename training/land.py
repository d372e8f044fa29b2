"""Makes the coasts that the map ships: Natural Earth's land at 1:50m, thinned, as rings of hundredths of a degree.

    npm pack world-atlas@2 && tar xzf world-atlas-2*.tgz
    python -m training.land package/land-50m.json src/woozle/report/live/data/land.json

The shapes are those of Natural Earth (public domain); the package world-atlas (ISC licence) holds them as TopoJSON.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]

#: Points nearer to the line between their neighbours than this, and rings smaller than this, are left out (degrees).
TOLERANCE, LEAST = 0.07, 0.22


def _arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a quantised TopoJSON in degrees: each point is told by its step from the one before."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    made = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        made.append(points)
    return made


def _rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Every outer ring and every hole; a negative arc is run backwards."""
    arcs = _arcs(topology)
    for shape in topology["objects"]["land"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            points: list[Point] = []
            for number in ring:
                found = arcs[number] if number >= 0 else arcs[~number][::-1]
                points += found[1:] if points else found
            yield points


def _unrolled(points: Sequence[Point]) -> list[Point]:
    """A ring that does not jump at the date line: it runs on beyond 180 degrees. One around a pole is closed there."""
    made = [points[0]]
    for x, y in points[1:]:
        x += 360 * round((made[-1][0] - x) / 360)  # noqa: PLW2901
        made.append((x, y))
    if abs(made[-1][0] - made[0][0]) > 180:
        pole = -90.0 if made[0][1] < 0 else 90.0
        made += [(made[-1][0], pole), (made[0][0], pole), made[0]]
    return made


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (x0, y0), (x1, y1) = point, start, end
    length = (x1 - x0) ** 2 + (y1 - y0) ** 2
    share = 0.0 if length == 0 else max(0.0, min(1.0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length))
    return float(((x - x0 - share * (x1 - x0)) ** 2 + (y - y0 - share * (y1 - y0)) ** 2) ** 0.5)


def thinned(points: Sequence[Point], tolerance: float) -> list[Point]:
    """The points that matter to the line (Douglas and Peucker, 1973), without recursion."""
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, at = max(
            ((_distance(points[n], points[first], points[last]), n) for n in range(first + 1, last)), default=(0.0, 0)
        )
        if far > tolerance:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return [points[n] for n in sorted(kept)]


def _size(points: Sequence[Point]) -> float:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def main(source: str, target: str) -> None:
    """Write the rings, the largest first, in hundredths of a degree: longitude, latitude, and steps from there."""
    topology = json.loads(Path(source).read_text("utf-8"))
    rings = [thinned(ring, TOLERANCE) for ring in map(_unrolled, _rings(topology)) if _size(ring) >= LEAST]
    rows = []
    for ring in sorted((ring for ring in rings if len(ring) >= 4), key=lambda ring: (-_size(ring), ring[0])):
        points = [(round(x * 100), round(y * 100)) for x, y in ring]
        row = [*points[0]]
        for (x0, y0), (x1, y1) in pairwise(points):
            row += [x1 - x0, y1 - y0]
        rows.append(row)
    Path(target).write_text(json.dumps(rows, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
