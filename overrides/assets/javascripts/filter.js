/*
 * Finds rows of a long table by words typed without tones, and shows the row that a link names
 * even in a closed section. Takes the place on the page along into the other language. Everything
 * can be read without it.
 *
 *   <form class="kh-filter" data-for="id of the box with the tables" data-noun="nhiệm vụ" hidden>
 *     (in another language with data-of="of" for "trên")
 *     <input name="q">                         words, each must occur somewhere in the row
 *     <select name="s">…</select>              a value, must stand among the row's data-s="…"
 *     <output aria-live="polite"></output>     says how many of how many rows are left
 */
(() => {
  const filters = [...document.querySelectorAll("form.kh-filter")].map(filter).filter(Boolean);

  for (const form of filters) {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
  }
  nameSearch();
  document.querySelector(".kh-language")?.addEventListener("click", takeAlong);
  addEventListener("hashchange", reveal);
  reveal();

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
    link.hash = location.hash;
    const palette = __md_get("__palette");
    const root = new URL(link.hreflang === "en" ? "en/" : "..", __md_scope);
    if (palette) __md_set("__palette", palette, localStorage, root);
  }

  function filter(form) {
    const box = document.getElementById(form.dataset.for);
    if (!box) return null;
    const rows = [...box.querySelectorAll("tbody tr:not(.kh-group)")];
    const groups = [...box.querySelectorAll("tbody tr.kh-group")];
    const sections = [...box.querySelectorAll("details")];
    const texts = rows.map((row) => fold(row.textContent));
    const choices = [...form.querySelectorAll("select")];
    let openBefore = null;

    form.addEventListener("input", show);
    show();
    return form;

    function show() {
      const words = fold(form.elements.q?.value ?? "").split(/\s+/).filter(Boolean);
      const chosen = choices.filter((choice) => choice.value);
      const isOn = words.length > 0 || chosen.length > 0;
      let left = 0;
      rows.forEach((row, index) => {
        const fits =
          words.every((word) => texts[index].includes(word)) &&
          chosen.every(({ name, value }) => (row.dataset[name] ?? "").split(" ").includes(value));
        row.hidden = !fits;
        left += fits;
      });
      groups.forEach((group) => (group.hidden = isOn && isEmpty(group)));
      showSections(isOn);
      form.toggleAttribute("data-on", isOn);
      const { noun = "dòng", of = "trên" } = form.dataset;
      form.querySelector("output").textContent = `${left} ${of} ${rows.length} ${noun}`;
    }

    /* Opens what holds a hit; an empty filter gives every section back as the reader left it. */
    function showSections(isOn) {
      if (isOn) openBefore ??= sections.map((section) => section.open);
      sections.forEach((section, index) => {
        const hasHit = section.querySelector("tbody tr:not(.kh-group, [hidden])") !== null;
        section.hidden = isOn && !hasHit;
        if (isOn) section.open = hasHit;
        else if (openBefore) section.open = openBefore[index];
      });
      if (!isOn) openBefore = null;
    }
  }

  /* Whether all rows between a heading inside a table and the next one are hidden. */
  function isEmpty(group) {
    let row = group.nextElementSibling;
    while (row && !row.classList.contains("kh-group")) {
      if (!row.hidden) return false;
      row = row.nextElementSibling;
    }
    return true;
  }

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) {
      for (const form of filters) {
        form.reset();
        form.dispatchEvent(new Event("input"));
      }
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

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d");
  }
})();
