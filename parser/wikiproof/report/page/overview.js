"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const filters = document.querySelector(".filters");
  const further = document.getElementById("further");
  const STEP = 100;
  const number = new Intl.NumberFormat("en");
  /* What a finding is found by is read once: ten thousand are filtered between two strokes of a key. */
  const findings = all(".lines .finding").map((line) => ({
    line,
    ...line.dataset,
    year: line.dataset.year === "" ? null : Number(line.dataset.year),
    text: line.textContent.toLowerCase(),
  }));
  const chosen = { rule: null, infobox: null, years: null };
  let room = STEP;
  root.classList.add("js");

  function matches(finding, words, severities) {
    return severities.has(finding.severity) &&
      (chosen.rule === null || finding.rule === chosen.rule.value) &&
      (chosen.infobox === null || finding.infobox === chosen.infobox.value) &&
      (chosen.years === null ||
        (finding.year !== null && finding.year >= chosen.years.from && finding.year <= chosen.years.to)) &&
      words.every((word) => finding.text.includes(word));
  }

  function filter() {
    const words = filters.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set(all("input[name=severity]:checked", filters).map((box) => box.value));
    let found = 0;
    for (const finding of findings) {
      const fits = matches(finding, words, severities);
      found += fits;
      finding.line.hidden = !fits || found > room;
    }
    const part = found > room ? `${number.format(room)} of ` : "";
    filters.querySelector(".shown").textContent =
      found === findings.length && !part ? `${number.format(found)} findings`
        : `${part}${number.format(found)} of ${number.format(findings.length)} shown`.replace(/^(\S+ of \S+) of .*/, "$1 shown");
    further.parentElement.hidden = found <= room;
    further.textContent = `Show ${number.format(Math.min(found - room, room))} more`;
  }

  function tell() {
    const place = filters.querySelector(".chosen");
    place.replaceChildren(...Object.entries(chosen).filter(([, choice]) => choice).map(([name, choice]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `${choice.name} ✕`;
      button.setAttribute("aria-label", `Do not filter by ${choice.name}`);
      button.addEventListener("click", () => choose(name, null));
      return button;
    }));
    place.hidden = !place.childElementCount;
    for (const bar of all(".timeline a")) {
      bar.classList.toggle("on", chosen.years !== null && Number(bar.dataset.from) === chosen.years.from);
    }
  }

  function choose(name, choice) {
    chosen[name] = choice;
    room = STEP;
    tell();
    filter();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter], a[data-from]");
    const dot = event.target.closest(".map circle");
    if (dot) {
      location.href = `articles/${dot.dataset.page.padStart(5, "0")}.html`;
    } else if (link && filters) {
      event.preventDefault();
      const { filter: name, value, from, to } = link.dataset;
      if (name) choose(name, { value, name: link.textContent });
      else choose("years", { from: Number(from), to: Number(to), name: link.dataset.name });
      filters.scrollIntoView({ block: "start" });
      filters.elements.words.focus({ preventScroll: true });
    }
  });
  filters?.addEventListener("input", () => {
    room = STEP;
    filter();
  });
  filters?.addEventListener("submit", (event) => event.preventDefault());
  further?.addEventListener("click", () => {
    const first = findings.filter(({ line }) => !line.hidden).at(-1).line;
    room *= 2;
    filter();
    let next = first.nextElementSibling;
    while (next?.hidden) next = next.nextElementSibling;
    next?.querySelector("a").focus({ preventScroll: true });
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input[type=search]")) return;
    if (event.key === "/" && filters) {
      event.preventDefault();
      filters.elements.words.focus();
    } else if (event.key === "t") {
      turnTheme();
    }
  });
  if (filters) filter();
})();
