"""Serves what wikiproof knows to programs that stay open: editors, by the Language Server Protocol."""
