"""Photographs the pages of the worked example: ``python docs/make_pictures.py [--all DIR]``; needs Chromium.

Without ``--all`` the pictures of README and guide are made anew in ``docs/pictures``; with it, every view in every look
is written to a folder, to be looked at.
"""

import argparse
import base64
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright

HERE = Path(__file__).parent / "pictures"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--force-color-profile=srgb",
)

#: Every view and some of their states: the name of the picture, the address. A new page is one line here. ``{claim}``,
#: ``{report}`` and ``{name}`` are rows of the example that have much to show.
VIEWS: Mapping[str, str] = {
    "claims": "/claims",
    "claims-search": "/claims?q=border+guards&conflict=denial",
    "claims-none": "/claims?q=submarine&outlet=Channel+Six",
    "claim": "/claim/{claim}",
    "claim-why": "/claim/{claim}#why",
    "reports": "/reports",
    "report": "/report/{report}",
    "report-beside": "/report/{report}#made-from",
    "bytes": "/bytes/{report}?from=0&to=60",
    "copies": "/copies",
    "copies-family": "/copies?report={report}&zoom=2",
    "timeline": "/timeline",
    "events": "/events",
    "names": "/names",
    "review": "/review",
    "review-table": "/review?as=table",
    "name": "/name/{name}",
    "map": "/map",
    "coverage": "/coverage",
    "changes": "/changes",
    "numbers": "/numbers",
    "not-found": "/nowhere",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at: size of the window in CSS pixels, pixels for each, ``light``, ``dark``."""

    width: int
    height: int
    scale: float
    scheme: str


LOOKS: Mapping[str, Look] = {
    "desktop": Look(1280, 800, 1.5, "light"),
    "phone": Look(360, 760, 1.5, "light"),
    "dark": Look(1280, 800, 1.5, "dark"),
}

#: The pictures that README and guide show.
KEPT = (
    ("claims", "desktop"),
    ("claim-why", "desktop"),
    ("report", "desktop"),
    ("report-beside", "desktop"),
    ("review", "desktop"),
    ("copies", "dark"),
    ("names", "desktop"),
    ("claims", "phone"),
    ("claim", "phone"),
    ("timeline", "phone"),
)


def _woozle(*words: str) -> list[str]:
    return [sys.executable, "-m", "woozle", *words]


@contextmanager
def served() -> Iterator[str]:
    """The worked example, made anew and served: the link that opens it."""
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(_woozle("demo", "--to", ".", "--no-open", "-q"), cwd=home, check=True, capture_output=True)
        words = _woozle("serve", "border.woozle", "-p", "0")
        process = subprocess.Popen(words, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            yield (process.stdout.readline() if process.stdout else "").strip()
        finally:
            process.kill()
            process.wait()


def _told(page: Page, address: str) -> dict[str, list[dict[str, object]]]:
    """What an address answers to programs."""
    found: dict[str, list[dict[str, object]]] = page.evaluate("url => fetch(url).then(got => got.json())", address)
    return found


def rows(page: Page) -> Mapping[str, str]:
    """The first claim of many reports and one voice, the report with most relatives, the name in most reports."""
    found = page.evaluate("url => fetch(url).then(got => got.json())", "/claims.json?voices=1&sort=reports")
    claim = found["claims"][0]["href"]
    reports = _told(page, "/reports.json")["reports"]
    report = max(reports, key=lambda row: (int(str(row["n_parents"])) > 0, int(str(row["n_children"])), str(row["id"])))
    name = next(row for row in _told(page, "/names.json")["names"] if not row["protected"])
    tails = {"claim": str(claim), "report": str(report["href"]), "name": str(name["id"])[3:19]}
    return {kind: tail.rpartition("/")[2] for kind, tail in tails.items()}


def _settled(page: Page, address: str) -> None:
    """Opens an address; the part behind ``#`` names what is opened or comes to the top."""
    path, _, part = address.partition("#")
    page.goto(path)
    if part == "why":
        page.locator("details.why summary").first.click()
        page.evaluate("document.activeElement.blur()")
    if part == "made-from":
        page.locator("section.parents").first.evaluate("part => scrollTo(0, part.offsetTop - 24)")


#: The pixels of a picture, four bytes each, as text: a browser can read its own pictures, and we need no other reader.
_PIXELS = """async (text) => {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const data = context.getImageData(0, 0, picture.width, picture.height).data;
  let out = "";
  for (let at = 0; at < data.length; at += 32768) out += String.fromCharCode(...data.subarray(at, at + 32768));
  return [picture.width, picture.height, btoa(out)];
}"""


def few_colours(page: Page, picture: bytes, colours: int = 64) -> bytes:
    """A PNG with so many colours, the commonest of it; every other becomes the nearest of them. A third of the size."""
    width, height, text = page.evaluate(_PIXELS, base64.b64encode(picture).decode())
    pixels = np.frombuffer(base64.b64decode(text), np.uint8).reshape(-1, 4)[:, :3].astype(np.int32)
    codes = pixels[:, 0] << 16 | pixels[:, 1] << 8 | pixels[:, 2]
    found, places, counts = np.unique(codes, return_inverse=True, return_counts=True)
    kept = np.sort(found[np.argsort(-counts, kind="stable")[:colours]])
    parts = np.stack([found >> 16, found >> 8 & 255, found & 255], axis=1)
    chosen = np.stack([kept >> 16, kept >> 8 & 255, kept & 255], axis=1)
    nearest = ((parts[:, None] - chosen[None]) ** 2).sum(axis=2).argmin(axis=1)
    lines = nearest[places].astype(np.uint8).reshape(height, width)
    rows = np.concatenate([np.zeros((height, 1), np.uint8), lines], axis=1).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", head),
        (b"PLTE", chosen.astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def photographs(browser: Browser, link: str, wanted: Sequence[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """Pictures by name.

    Args:
        browser: a browser.
        link: opens the pages.
        wanted: views with their looks.
    """
    first = browser.new_context()
    page = first.new_page()
    page.goto(link)
    base, known, state = link.partition("/-/")[0], rows(page), first.storage_state()
    for name in LOOKS:
        context = _window(browser, state, LOOKS[name])
        page = context.new_page()
        for view in (view for view, look in wanted if look == name):
            _settled(page, base + VIEWS[view].format_map(known))
            yield f"{view}-{name}.png", few_colours(page, page.screenshot(animations="disabled"))
        context.close()
    first.close()


def _window(browser: Browser, state: StorageState, look: Look) -> BrowserContext:
    return browser.new_context(
        storage_state=state,
        viewport={"width": look.width, "height": look.height},
        device_scale_factor=look.scale,
        color_scheme=look.scheme,
    )


def main() -> int:
    """Make them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--all", metavar="DIR", type=Path, help="every view in every look, to this folder")
    folder = parser.parse_args().all
    wanted = [(view, look) for view in VIEWS for look in LOOKS] if folder else KEPT
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not on this machine: apt install chromium")
    to = folder or HERE
    to.mkdir(parents=True, exist_ok=True)
    with served() as link, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=list(QUIET))
        for name, picture in photographs(browser, link, wanted):
            (to / name).write_bytes(picture)
            sys.stderr.write(f"{to / name}  {len(picture) // 1000} kB\n")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
