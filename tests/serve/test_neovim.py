"""What docs/editors.md tells users of Neovim to do, done by it without a screen."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = """\
{{Infobox civilian attack
| title = Raid on Žilina 😀
| fatalities = 12
}}
The '''raid on Žilina''' 😀 was a robbery on 4 March 1994. Штурм: 😀 the raid killed 21 people.
"""
# Waits for the findings, asks for what stands at the first of them, and writes all that as JSON.
_PROBE = """
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 20)
local found = vim.diagnostic.get(0)
vim.api.nvim_win_set_cursor(0, { found[1].lnum + 1, found[1].col })
local encoding = (vim.lsp.get_clients or vim.lsp.get_active_clients)()[1].offset_encoding
local function ask(method, context)
  local params = vim.lsp.util.make_position_params(0, encoding)
  if context then
    params.context = { diagnostics = {} }
    params.range = { start = params.position, ["end"] = params.position }
  end
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 60000)) do return answer.result end
end
local told = {
  found = found,
  encoding = encoding,
  hover = ask("textDocument/hover"),
  definition = ask("textDocument/definition"),
  actions = ask("textDocument/codeAction", true),
}
vim.fn.writefile({ vim.fn.json_encode(told) }, "told.json")
vim.cmd("qa!")
"""


@pytest.mark.parametrize("version", ["0.7", "0.11"])
def test_neovim(version: str, tmp_path: Path) -> None:
    nvim = shutil.which("nvim")
    if nvim is None:
        pytest.skip("Neovim is not installed")
    said = subprocess.run([nvim, "--version"], capture_output=True, text=True, check=True).stdout
    number = re.search(r"v(\d+)\.(\d+)", said)
    assert number
    if (int(number[1]), int(number[2])) < tuple(map(int, version.split("."))):
        pytest.skip(f"it is older than {version}")
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    shown = re.search(rf"^```lua\n-- {re.escape(version)}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert shown
    program = tmp_path / "bin" / "wikiproof"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m wikiproof "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    for name, text in (("init.lua", shown[1]), ("probe.lua", _PROBE), ("Raid_on_Žilina.wiki", PAGE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    ran = subprocess.run(
        [
            nvim,
            "--headless",
            "-i",
            "NONE",
            "-u",
            "init.lua",
            "Raid_on_Žilina.wiki",
            "-c",
            "luafile probe.lua",
        ],
        cwd=tmp_path,
        env={
            **os.environ,
            "HOME": str(tmp_path),
            "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
            **{f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE")},
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (tmp_path / "told.json").exists(), ran.stdout + ran.stderr
    told = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    (finding,) = told["found"]
    assert "12" in finding["message"]
    assert (finding["lnum"], finding["col"], finding["end_col"]) == (2, 15, 17)
    assert '{"kind":"count","low":12,"high":12' in told["hover"]["contents"]["value"]
    (other,) = told["definition"]
    line = PAGE.split("\n")[4]
    before = line[: line.index("killed")]
    columns = {"utf-8": len(before.encode()), "utf-16": len(before.encode("utf-16-le")) // 2}
    assert other["range"]["start"] == {"line": 4, "character": columns[told["encoding"]]}
    assert "Ignore Q01 by a comment: sources differ" in [each["title"] for each in told["actions"]]
