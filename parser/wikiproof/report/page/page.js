"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const findings = all(".finding");
  const back = document.querySelector(".back");
  const filters = document.querySelector(".filters");
  const main = byId("articles");
  const thread = document.querySelector(".thread");
  const wide = matchMedia("(min-width: 60.01rem)");
  let current = null;

  root.classList.add("js");

  const severityOf = (finding) => finding.dataset.severity;
  const articleOf = (finding) => byId(finding.id.split("-")[0]);
  /* A place may be cut in several marks; the first holds an element with its id. */
  const marksOf = (place) => all(`.mark[data-places~="${place}"]`);
  const placesOf = (finding) =>
    all(".places a", finding).map((link) => marksOf(link.hash.slice(1))).filter((marks) => marks.length);

  for (const mark of all(".mark")) {
    mark.classList.add(severityOf(byId(mark.hash.slice(1))));
  }

  /* One finding is current: opened in the list, its article shown, its places lit. */
  function select(finding, { reveal = true, focus = false, remember = true } = {}) {
    for (const mark of all(".mark.on")) mark.classList.remove("on");
    current?.classList.remove("current");
    current?.querySelector(".head").removeAttribute("aria-current");
    current = finding;
    if (finding) {
      finding.classList.add("current");
      finding.querySelector(".head").setAttribute("aria-current", "true");
      show(articleOf(finding));
      for (const mark of placesOf(finding).flat()) mark.classList.add("on");
      if (remember) history.replaceState(null, "", `#${finding.id}`);
      back.hash = finding.id;
      if (focus) finding.querySelector(".head").focus({ preventScroll: true });
      if (reveal) look(finding);
    }
    draw();
  }

  function show(article) {
    if (article.classList.contains("current")) return;
    for (const each of all("article.current")) each.classList.remove("current");
    article.classList.add("current");
  }

  /* Bring the list's item and both places into view. */
  function look(finding) {
    if (!wide.matches) {
      finding.scrollIntoView({ block: "start" });
      return;
    }
    const list = finding.closest(".list");
    const item = finding.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    if (item.top < frame.top || item.bottom > frame.bottom) {
      list.scrollTop += item.top - frame.top - frame.height / 3;
    }
    const places = placesOf(finding);
    const inBox = places.find(([mark]) => mark.closest(".boxes"));
    if (inBox) {
      const box = inBox[0].closest(".boxes");
      const shift = inBox[0].getBoundingClientRect().top - box.getBoundingClientRect().top;
      if (shift < 0 || shift > box.clientHeight - 24) box.scrollTop += shift - box.clientHeight / 2;
    }
    const inText = places.find(([mark]) => !mark.closest(".boxes")) ?? places[0];
    inText?.[0].scrollIntoView({ block: "center" });
  }

  /* The thread: under the words, out into the margin, and over to the other place. */
  function draw() {
    const places = current && wide.matches ? placesOf(current) : [];
    thread.classList.toggle("on", places.length > 1);
    if (places.length < 2) return;
    thread.setAttribute("class", `thread on ${severityOf(current)}`);
    const origin = main.getBoundingClientRect();
    const [a, b] = places.slice(0, 2).map((marks) => end(marks, origin));
    const [from, to] = a.inBox ? [b, a] : [a, b];
    const margin = from.edge + 14;
    let path = `M${from.x} ${from.y}H${margin - 6}`;
    if (to.inBox) {
      const middle = (margin + to.x) / 2;
      path += `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
    } else {
      path += `Q${margin} ${from.y} ${margin} ${(from.y + to.y) / 2}T${margin - 6} ${to.y}H${to.x}`;
    }
    thread.querySelector("path").setAttribute("d", path);
    [from, to].forEach((each, index) => {
      const dot = all("circle", thread)[index];
      dot.setAttribute("cx", each.x);
      dot.setAttribute("cy", each.y);
    });
  }

  /* Where the thread meets a place: the edge of the infobox beside its row, or the end of its underline in the text. */
  function end(marks, origin) {
    const box = marks[0].closest(".boxes");
    if (box) {
      const row = (marks[0].closest("tr") ?? marks[0]).getBoundingClientRect();
      const frame = box.getBoundingClientRect();
      const y = Math.min(Math.max(row.top + row.height / 2, frame.top + 8), frame.bottom - 8);
      return { inBox: true, x: frame.left - origin.left, y: y - origin.top };
    }
    const rects = marks.at(-1).getClientRects();
    const rect = rects[rects.length - 1];
    const around = (marks[0].closest(".prose") ?? marks[0].closest("article")).getBoundingClientRect();
    return { x: rect.right - origin.left + 2, y: rect.bottom - origin.top + 1, edge: around.right - origin.left };
  }

  let drawing = 0;
  const redraw = () => {
    cancelAnimationFrame(drawing);
    drawing = requestAnimationFrame(draw);
  };
  addEventListener("scroll", redraw, { passive: true, capture: true });
  addEventListener("resize", redraw);
  document.fonts?.ready.then(redraw);

  /* Filters: a finding is shown if each group has its value checked and it holds the words searched for. */
  function filter() {
    const words = filters.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = {};
    for (const box of all("input[type=checkbox]", filters)) {
      (wanted[box.name] ??= new Set())[box.checked ? "add" : "delete"](box.value);
    }
    for (const finding of findings) {
      const text = `${articleOf(finding).querySelector("h2").textContent} ${finding.textContent}`.toLowerCase();
      finding.hidden = !(
        Object.entries(wanted).every(([group, values]) => values.has(finding.dataset[group])) &&
        words.every((word) => text.includes(word))
      );
    }
    for (const group of all(".group")) group.hidden = !group.querySelector(".finding:not([hidden])");
    const visible = findings.filter((finding) => !finding.hidden);
    filters.querySelector(".shown").textContent = `${visible.length} of ${findings.length} shown`;
    if (!visible.includes(current)) select(visible[0] ?? null, { reveal: false });
  }
  filters?.addEventListener("input", filter);
  filters?.addEventListener("submit", (event) => event.preventDefault());

  function step(by) {
    const visible = findings.filter((finding) => !finding.hidden);
    const next = visible[visible.indexOf(current) + by];
    if (next) select(next, { focus: true });
  }

  /* Enter goes through the places of the current finding. */
  function visit() {
    const marks = current ? placesOf(current).map(([first]) => first) : [];
    const next = marks[(marks.indexOf(document.activeElement) + 1) % marks.length];
    next?.focus();
    next?.scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link?.matches(".about")) {
      event.preventDefault();
      byId(link.hash.slice(1)).showModal();
    } else if (link?.matches(".places a")) {
      event.preventDefault();
      const [mark] = marksOf(link.hash.slice(1));
      mark?.focus({ preventScroll: true });
      mark?.scrollIntoView({ block: "center" });
    } else if (link?.matches(".mark")) {
      event.preventDefault();
      const of = link.dataset.places.split(" ").map((place) => byId(place.replace(/-p\d+$/, "")));
      if (!of.includes(current)) select(of.find((finding) => !finding.hidden) ?? of[0], { reveal: false });
      else if (of.length > 1) select(of[(of.indexOf(current) + 1) % of.length], { reveal: false });
      if (!wide.matches) current.scrollIntoView({ block: "start" });
    } else if (link?.matches(".head, .group h2 a")) {
      event.preventDefault();
      const finding = link.closest(".finding") ?? link.closest(".group").querySelector(".finding:not([hidden])");
      select(finding);
    } else if (event.target.matches("dialog")) {
      event.target.close();
    } else if (event.target.matches(".copy")) {
      copy(event.target);
    }
  });

  async function copy(button) {
    await navigator.clipboard.writeText(button.dataset.copy);
    const said = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = said), 1500);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const typing = event.target.matches("input[type=search]");
    const inList = event.target.closest(".list ol");
    const onMark = event.target.matches(".mark.on");
    const on = {
      j: () => step(1),
      k: () => step(-1),
      ArrowDown: inList && (() => step(1)),
      ArrowUp: inList && (() => step(-1)),
      Enter: (onMark || event.target === document.body || event.target === current?.querySelector(".head")) && visit,
      t: turnTheme,
      "?": () => byId("keys").showModal(),
      "/": () => filters?.elements.words.focus(),
      Escape: leave,
    };
    const act = typing ? event.key === "Escape" && leave : on[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  function leave() {
    const head = current?.querySelector(".head");
    if (head && document.activeElement !== head) head.focus();
    else select(null);
  }

  byId("help").addEventListener("click", () => byId("keys").showModal());
  if (back) {
    back.addEventListener("click", (event) => {
      event.preventDefault();
      current?.scrollIntoView({ block: "start" });
      current?.querySelector(".head").focus({ preventScroll: true });
    });
    new IntersectionObserver(([main]) => back.classList.toggle("on", main.isIntersecting), {
      rootMargin: "-50% 0px 0px 0px",
    }).observe(main);
  }

  if (findings.length) {
    const asked = byId(location.hash.slice(1));
    const finding = asked?.closest(".finding") ?? byId(asked?.id?.replace(/-p\d+$/, "") ?? "") ?? findings[0];
    select(finding.matches(".finding") ? finding : findings[0], {
      reveal: Boolean(location.hash),
      remember: false, // a page that is still loading would scroll to it
    });
    filter();
  }
})();
