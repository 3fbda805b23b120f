/*
 * Finds rows of a long list by words, and shows the row that a link names even in a closed
 * section. Takes the place on the page along into the other language. Everything can be read
 * without it.
 *
 *   <form class="kh-filter" data-for="id of the box with the rows" data-noun="nhiệm vụ" hidden>
 *     <input name="q">                         words or their beginnings; all must be in the row
 *     <select name="s">…</select>              a value, must stand among the row's data-s="…";
 *                                              with data-within among the names in that part
 *     <output aria-live="polite"></output>     says how many of how many rows are left
 *
 * Without data-for the box is the whole page. What is chosen stands in the address (?tim=…&s=…;
 * `q` opens the search of the theme), so that it can be shared and comes back with the page.
 * A link to an element with data-sets="s=over" chooses that.
 */
(() => {
  const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu;
  const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const spelled = new Map();
  const ROWS = "tbody tr:not(.kh-group), .kh-plain > li, .kh-log > li";
  const words = document.getElementById("kh-words")?.dataset ?? {};
  const filters = [...document.querySelectorAll("form.kh-filter")].map(filter).filter(Boolean);

  nameSearch();
  document.querySelector(".kh-language")?.addEventListener("click", takeAlong);
  restore();
  arrive();
  addEventListener("popstate", restore);
  addEventListener("hashchange", arrive);

  /* The theme gives its search dialog no name; that of the field in it fits. */
  function nameSearch() {
    const name = document.querySelector(".md-search__input")?.getAttribute("aria-label");
    if (name) document.querySelector(".md-search").setAttribute("aria-label", name);
  }

  /*
   * The same page in the other language has the same anchors. The theme remembers for each tree of
   * pages whether the reader wants it light or dark.
   */
  function takeAlong({ currentTarget: link }) {
    link.search = location.search;
    link.hash = location.hash;
    const palette = __md_get("__palette");
    const root = new URL(link.hreflang === "en" ? "en/" : "..", __md_scope);
    if (palette) __md_set("__palette", palette, localStorage, root);
  }

  function filter(form) {
    const box = form.dataset.for ? document.getElementById(form.dataset.for) : form.parentElement;
    if (!box) return null;
    const rows = [...box.querySelectorAll(ROWS)].filter((row) => !row.closest(".kh-aside"));
    const groups = [...box.querySelectorAll("tbody tr.kh-group, h3")];
    const sections = [...box.querySelectorAll("details, section")].filter((section) =>
      rows.some((row) => section.contains(row)),
    );
    let texts = null; // the words of each row, once somebody types
    const choices = [...form.querySelectorAll("select[name]")];
    let openBefore = null;

    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      show();
      remember();
    });
    return { form, show };

    function show() {
      const typed = wordsOf(form.elements.q?.value ?? "");
      const chosen = choices.filter((choice) => choice.value);
      const isOn = typed.length > 0 || chosen.length > 0;
      if (typed.length) texts ??= rows.map((row) => wordsOf(textOf(row)));
      let left = 0;
      rows.forEach((row, index) => {
        const fits =
          typed.every((word) => texts[index].some((other) => begins(word, other))) &&
          chosen.every((choice) => valuesOf(row, choice).includes(choice.value));
        row.hidden = !fits;
        left += fits;
      });
      groups.forEach((group) => (group.hidden = isOn && isEmpty(group)));
      showSections(isOn);
      form.toggleAttribute("data-on", isOn);
      box.toggleAttribute("data-filtered", isOn);
      form.querySelector("output").textContent = (words.left ?? "")
        .replace("{n}", left)
        .replace("{of}", rows.length)
        .replace("{noun}", form.dataset.noun ?? "");
    }

    /* Opens what holds a hit; an empty filter gives every section back as the reader left it. */
    function showSections(isOn) {
      if (isOn) openBefore ??= sections.map((section) => section.open);
      sections.forEach((section, index) => {
        const hasHit = rows.some((row) => !row.hidden && section.contains(row));
        section.hidden = isOn && !hasHit;
        if (!("open" in section)) return;
        if (isOn) section.open = hasHit;
        else if (openBefore) section.open = openBefore[index];
      });
      if (!isOn) openBefore = null;
    }
  }

  function valuesOf(row, { name, dataset: { within } }) {
    if (!within) return (row.dataset[name] ?? "").split(" ");
    return [...row.querySelectorAll(`${within} :is(a, .kh-name)`)].map((each) =>
      unmarked(each.textContent.toLowerCase()).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""),
    );
  }

  /* Whether all rows between a heading inside a list and the next one are hidden. */
  function isEmpty(group) {
    let next = group.nextElementSibling;
    while (next && !next.matches(".kh-group, h2, h3")) {
      const isRow = next.matches(ROWS);
      if (isRow ? !next.hidden : next.querySelector("li:not([hidden])")) return false;
      next = next.nextElementSibling;
    }
    return true;
  }

  function controls() {
    return filters.flatMap(({ form }) => [...form.elements].filter((control) => control.name));
  }

  function parameter({ name }) {
    return name === "q" ? "tim" : name;
  }

  function remember(hash = location.hash) {
    const address = new URL(location);
    address.hash = hash;
    for (const control of controls()) {
      if (control.value) address.searchParams.set(parameter(control), control.value);
      else address.searchParams.delete(parameter(control));
    }
    history.replaceState(history.state, "", address);
  }

  function restore() {
    const asked = new URL(location).searchParams;
    for (const control of controls()) control.value = asked.get(parameter(control)) ?? "";
    filters.forEach(({ show }) => show());
  }

  function arrive() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.dataset.sets) return choose(target);
    if (target.closest("[hidden]")) {
      for (const { form, show } of filters) {
        form.reset();
        show();
      }
      remember();
    }
    let isMoved = false;
    let section = target.closest("details");
    while (section) {
      isMoved ||= !section.open;
      section.open = true;
      section = section.parentElement.closest("details");
    }
    if (isMoved) requestAnimationFrame(() => target.scrollIntoView());
  }

  /* Sets the filter below which a link has led, in place of the list without script. */
  function choose(target) {
    const [name, value] = target.dataset.sets.split("=");
    const form = target.parentElement.querySelector("form.kh-filter");
    for (const control of controls()) control.value = control.name === name ? value : "";
    filters.forEach(({ show }) => show());
    remember("");
    form?.scrollIntoView();
  }

  /* Its text, with a blank wherever an element begins or ends. */
  function textOf(row) {
    const nodes = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (nodes.nextNode()) texts.push(nodes.currentNode.data);
    return texts.join(" ");
  }

  /*
   * The words of a text as the search of the site takes them (lunr.vi.min.js): letters without the
   * tone, the tone wherever it was put, and no marks at all; kĩ as kỹ, 8.300 also as 8300.
   */
  function wordsOf(text) {
    const words = text.normalize("NFC").toLowerCase().match(WORD);
    return [...new Set(words)].map((word) => {
      if (!spelled.has(word)) spelled.set(word, spelling(word));
      return spelled.get(word);
    });
  }

  function spelling(word) {
    if (/^\p{N}/u.test(word)) {
      const digits = word.replace(/\./g, ",").replace(/^0+(?=\d+$)/, "");
      return { bare: digits, whole: digits.replace(/,(?=\d{3}(,|$))/g, "") };
    }
    const parts = word.replace(/ð/g, "đ").normalize("NFD");
    const letters = parts.replace(TONE, "").normalize("NFC");
    const tone = parts.match(TONE)?.join("") ?? "";
    const bare = unmarked(letters);
    return { letters, tone, bare, whole: withI(tone || letters !== bare ? letters + tone : bare) };
  }

  function unmarked(letters) {
    return letters.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }

  function withI(word) {
    return word.replace(/^([^aăâeêioôơuưy]*|qu)y/, "$1i");
  }

  /* Whether a typed word is or begins another: without marks by its letters, else exactly. */
  function begins(typed, other) {
    if (typed.whole === other.whole) return true;
    if (!typed.tone && (typed.letters ?? typed.bare) === typed.bare)
      return other.bare.startsWith(typed.bare) || withI(other.bare) === typed.whole;
    const fits = !typed.tone || typed.tone === other.tone;
    return fits && (other.letters ?? "").startsWith(typed.letters);
  }
})();
