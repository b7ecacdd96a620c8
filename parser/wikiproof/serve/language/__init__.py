"""The language server: findings, typed values and ways between two places, while an article is edited.

It needs the extra `lsp` (pygls).
"""
