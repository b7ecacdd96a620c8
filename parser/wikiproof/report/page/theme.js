"use strict";
/* Light or dark as the reader chose, the same on every page. */
const turnTheme = (() => {
  const root = document.documentElement;

  function turn() {
    const dark = getComputedStyle(root).colorScheme === "dark" ||
      (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.setItem("wikiproof-theme", root.dataset.theme);
    } catch { /* a file without storage has no memory of it */ }
  }
  try {
    const kept = localStorage.getItem("wikiproof-theme");
    if (kept) root.dataset.theme = kept;
  } catch { /* likewise */ }
  document.getElementById("theme").addEventListener("click", turn);
  return turn;
})();
