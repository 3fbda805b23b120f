/*
 * Explains abbreviations, shows the source behind a number and the task behind a mark, in place. What it says is already
 * on the page: the list of abbreviations and the list of sources at its end, where everything can
 * be read without script. The explanation can be reached by keyboard, mouse and touch, can be
 * pointed at, stays until it is left, and goes by Escape (WCAG 1.4.13).
 */
(() => {
  const article = document.querySelector(".md-content article");
  const words = document.getElementById("kh-words")?.dataset;
  if (!article || !words) return;

  /* Read alone, the number of a row does not say that it is a link to it, nor that of a source. */
  for (const own of article.querySelectorAll(".kh-self")) {
    own.ariaLabel = `${words.row} ${own.textContent}`;
  }

  const tip = Object.assign(document.createElement("div"), { id: "kh-tip", hidden: true });
  tip.className = "kh-tip";
  tip.setAttribute("role", "tooltip");
  let shown = null;
  let leaving = 0;

  const meanings = new Map();
  for (const entry of article.querySelectorAll(".kh-abbreviations dt")) {
    const meaning = entry.nextElementSibling.textContent;
    for (const short of entry.textContent.split(", ")) meanings.set(short.trim(), meaning);
  }
  const notes = [...article.querySelectorAll(".kh-sup a")];
  const marks = [...article.querySelectorAll(".kh-time td a")];
  if (!meanings.size && !notes.length && !marks.length) return;
  article.append(tip);

  for (const note of notes) {
    note.ariaLabel = words.note + note.textContent.replace(/[[\]]/g, " ");
    attend(note, () => source(note));
  }
  for (const each of marks) attend(each, () => [paragraph(each.textContent)]);
  if (meanings.size) (window.requestIdleCallback ?? setTimeout)(mark);

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) {
      hide();
      event.stopPropagation();
    }
  }, true);
  addEventListener("pointerdown", (event) => {
    if (shown && !tip.contains(event.target) && !shown.contains(event.target)) hide();
  });
  addEventListener("scroll", () => shown && place(), { passive: true });
  addEventListener("resize", () => shown && place());
  tip.addEventListener("mouseenter", () => clearTimeout(leaving));
  tip.addEventListener("mouseleave", leave);

  /* Shows an explanation at an element by pointing, focus and tap. */
  function attend(element, explanation) {
    element.addEventListener("mouseenter", () => show(element, explanation));
    element.addEventListener("mouseleave", leave);
    element.addEventListener("focus", () => show(element, explanation));
    element.addEventListener("blur", (event) => tip.contains(event.relatedTarget) || hide());
    let wasShown = false;
    const isLink = element.localName === "a";
    element.addEventListener("pointerdown", () => (wasShown = shown === element));
    element.addEventListener("click", (event) => {
      const isTap = event.pointerType === "touch";
      if (isLink && (!isTap || wasShown)) return hide();
      if (isLink) event.preventDefault();
      if (isTap && wasShown) hide();
      else show(element, explanation);
    });
    if (isLink) return;
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (shown === element) hide();
      else show(element, explanation);
    });
  }

  function show(element, explanation) {
    clearTimeout(leaving);
    if (shown === element) return;
    hide();
    const said = explanation();
    if (!said.length) return;
    tip.replaceChildren(...said);
    tip.hidden = false;
    shown = element;
    element.setAttribute("aria-describedby", tip.id);
    place();
  }

  function hide() {
    clearTimeout(leaving);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    tip.hidden = true;
  }

  /* A pause in which the pointer can reach the explanation. */
  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(() => document.activeElement === shown || hide(), 250);
  }

  /* Below its word, above it where there is no room; never beyond the edges of the window. */
  function place() {
    const word = shown.getClientRects()[0];
    if (!word || word.bottom < 0 || word.top > innerHeight) return hide();
    const { offsetWidth: width, offsetHeight: height } = tip;
    const isBelow = word.bottom + height + 12 <= innerHeight || word.top < height + 12;
    const most = document.documentElement.clientWidth - width - 8;
    tip.style.left = `${Math.max(8, Math.min(word.left, most))}px`;
    tip.style.top = `${isBelow ? word.bottom + 2 : word.top - height - 2}px`;
  }

  function paragraph(text, name = "p") {
    return Object.assign(document.createElement(name), { textContent: text });
  }

  /* The source of a number: its title (of the entry before, if it is the same), quote and place. */
  function source(note) {
    const entry = document.getElementById(decodeURIComponent(note.hash.slice(1)));
    if (!entry) return [];
    let titled = entry;
    while (titled && !titled.querySelector(":scope > b")) titled = titled.previousElementSibling;
    const parts = [paragraph(titled?.querySelector("b").textContent ?? "", "b")];
    const quote = entry.querySelector("q");
    if (quote) parts.push(paragraph(quote.textContent, "q"));
    const where = entry.querySelector(".kh-fine");
    if (where) parts.push(paragraph(where.textContent));
    const way = Object.assign(paragraph(words.source, "a"), { href: note.hash, tabIndex: -1 });
    way.addEventListener("click", hide);
    return [...parts, way];
  }

  /*
   * Makes the abbreviations in the text focusable: the first of each in its row or paragraph can
   * be pointed at and tapped, the first that shows is reached by the Tab key, so that a table of
   * a hundred rows does not cost a hundred stops.
   */
  function mark() {
    const longest = [...meanings.keys()].sort((one, other) => other.length - one.length);
    const escaped = longest.map((short) => short.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}/&.-])(?:${escaped.join("|")})(?![\\p{L}\\p{N}]|[/&-][\\p{L}\\p{N}])`,
      "gu",
    );
    const skipped = "a, button, select, summary, h1, h2, h3, h4, thead, caption, code, svg, .kh-vh," +
      " .kh-filter, .kh-timeline, .kh-chip, .kh-aside, .kh-head dt, [aria-hidden]";
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) =>
      /\p{Lu}{2}/u.test(node.data) && !node.parentElement.closest(skipped)
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_REJECT,
    );
    const texts = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      texts.push([text, text.parentElement.getClientRects().length > 0]);
    }
    const seen = new Map();
    const known = new Set();
    for (const [text, isVisible] of texts) {
      const block = text.parentElement.closest("tr, p, li, dd") ?? article;
      if (!seen.has(block)) seen.set(block, new Set());
      const told = seen.get(block);
      const fresh = [...text.data.matchAll(pattern)].filter(
        ([short]) => !told.has(short) && told.add(short),
      );
      for (const { 0: short, index } of fresh.reverse()) {
        const word = text.splitText(index);
        word.splitText(short.length);
        const term = paragraph(short, "span");
        term.className = "kh-term";
        term.setAttribute("role", "button");
        term.tabIndex = known.has(short) ? -1 : 0;
        if (isVisible) known.add(short);
        word.replaceWith(term);
        attend(term, () => [paragraph(meanings.get(short))]);
      }
    }
  }
})();
