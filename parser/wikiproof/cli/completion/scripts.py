"""The script of each shell, and the form in which it asks and is answered."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from click.shell_completion import BashComplete, CompletionItem, FishComplete, ShellComplete, ZshComplete

if TYPE_CHECKING:
    Item = CompletionItem[Any]

# compdef is there only after compinit, which not every .zshrc calls.
_ZSH = """\
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
"""
# click's own splits at every comma, but what is completed may be "Q01,D01".
_FISH = """\
function %(complete_func)s
    set -l answers (env %(complete_var)s=fish_complete COMP_WORDS=(commandline -cp) \\
        COMP_CWORD=(commandline -t) %(prog_name)s)
    for answer in $answers
        set -l parts (string split --max 1 , $answer)
        switch $parts[1]
            case dir
                __fish_complete_directories $parts[2]
            case file
                __fish_complete_path $parts[2]
            case plain
                echo $parts[2]
        end
    end
end

complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""
# Where nothing is answered, PowerShell completes paths by itself.
_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($word, $command, $cursor)
    $words = $command.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursor }
    $env:%(complete_var)s = 'powershell_complete'
    $env:COMP_WORDS = $words -join "`n"
    $env:COMP_CWORD = $word
    try {
        & %(prog_name)s | ForEach-Object {
            $value, $help = $_ -split "`t", 2
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
        }
    } finally {
        Remove-Item 'Env:%(complete_var)s', 'Env:COMP_WORDS', 'Env:COMP_CWORD'
    }
}
"""


class Bash(BashComplete):
    """bash, which counts the sign between an option and its value as a word."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is written, and that one."""
        words, incomplete = super().get_completion_args()
        return [word for word in words if word != "="], incomplete


class _WholeWord(ShellComplete):
    """Of a word "--option=value" these shells replace all, where click answers only with the value."""

    def get_completions(self, args: list[str], incomplete: str) -> list[Item]:
        option, equals, _ = incomplete.partition("=")
        items = super().get_completions(args, incomplete)
        if not (equals and option.startswith("--")):
            return items
        return [CompletionItem(f"{option}={each.value}", each.type, each.help) for each in items]


class Zsh(_WholeWord, ZshComplete):
    """zsh, whether or not its completions have been set up before."""

    source_template = _ZSH + ZshComplete.source_template


class Fish(_WholeWord, FishComplete):
    """fish, with commas in values."""

    source_template = _FISH


class PowerShell(_WholeWord):
    """PowerShell, which gives the words on lines and shows the help of each item."""

    name = "powershell"
    source_template = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is written, and that one."""
        incomplete = os.environ.get("COMP_CWORD", "")
        words = os.environ.get("COMP_WORDS", "").split("\n")[1:]
        if incomplete and words and words[-1] == incomplete:
            words.pop()
        return [word.strip("\"'") for word in words], incomplete.strip("\"'")

    def format_completion(self, item: Item) -> str:
        """A line with the word and its help, which must not be empty; none for a path."""
        if item.type != "plain":
            return ""
        value = f"'{item.value}'" if " " in item.value else item.value
        return f"{value}\t{item.help or item.value}"

    def complete(self) -> str:
        """The lines of all words."""
        return "\n".join(filter(None, super().complete().split("\n")))


CLASSES: dict[str, type[ShellComplete]] = {
    "bash": Bash,
    "zsh": Zsh,
    "fish": Fish,
    "powershell": PowerShell,
}
