"""Draws the pictures of the README from samples/: `make pictures`."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import sync_playwright

from wikiproof.cli import cli

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SIZE = {"width": 1360, "height": 720}


def main() -> None:
    """Draw the HTML report of the samples, light and dark."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = Path(folder, "report.html")
        with chdir(ROOT):
            CliRunner().invoke(cli, ["lint", "samples", "--format", "html", "-o", str(report)])
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-background-networking"]
        )
        for scheme, name in (("light", "report.png"), ("dark", "report-dark.png")):
            page = browser.new_page(viewport=SIZE, color_scheme=scheme, reduced_motion="reduce")
            page.goto(report.as_uri())
            page.click("#a0-f2 .head")
            page.wait_for_selector(".thread.on")
            page.wait_for_timeout(300)
            page.screenshot(path=HERE / name)
        browser.close()


if __name__ == "__main__":
    main()
