"""Importing this loads what pages need, so that no page is charged for it and a lost process is soon replaced."""

from wikiproof.config import Configs
from wikiproof.corpus.page import Page
from wikiproof.corpus.rows import rows

rows(
    Page(
        "Fire",
        "",
        "{{Infobox event|date=1 May 1900|fatalities=2}} The fire of 1 May 1900 in Rome killed 2 people.",
    ),
    Configs(isolated=True),
)
