/*
 * Sorts long tables by keys written when the page was made: alphabetical ranks, days, the gravity
 * of a status. A row has one for each of its columns (data-sort="12,,3,0"). An empty key
 * stays last in both directions; a column without keys is not sorted. The tables of one box are sorted together; a heading row
 * keeps its rows, and a part (kh-child) follows its whole, unless the table says data-flat.
 */
(() => {
  const words = document.getElementById("kh-words")?.dataset;
  const tables = [...document.querySelectorAll(".md-content table.kh-table")].filter((table) =>
    table.querySelector("tbody tr[data-sort]"),
  );
  if (!words || !tables.length) return;

  const forms = [...document.querySelectorAll("form.kh-filter")];
  const boxes = new Map();
  for (const table of tables) {
    for (const row of table.querySelectorAll("tbody tr[data-sort]")) {
      row.dataset.sort.split(",").forEach((key, index) => (row.cells[index].dataset.sort = key));
    }
    const form = forms.find((each) => document.getElementById(each.dataset.for)?.contains(table));
    const key = form ?? table;
    boxes.set(key, [...(boxes.get(key) ?? []), table]);
  }
  for (const [key, listed] of boxes) sortable(listed, key instanceof HTMLFormElement ? key : null);

  function sortable(listed, form) {
    const heads = listed[0].tHead.rows[0].cells;
    const columns = [...heads].flatMap((head, index) =>
      listed.some((table) => cellsOf(table, index).some((cell) => cell.dataset.sort))
        ? [{ index, name: head.textContent.trim(), isNumber: head.classList.contains("num") }]
        : [],
    );
    const originals = listed.map(split);
    const choice = document.createElement("select");
    const back = Object.assign(document.createElement("button"), {
      type: "button",
      className: "kh-unsort",
      textContent: words.unsort,
      hidden: true,
    });
    const said = Object.assign(document.createElement("span"), { className: "kh-vh" });
    said.setAttribute("role", "status");
    offer();
    listed.forEach((table) => columns.forEach((column) => button(table, column)));
    if (form) {
      restore();
      addEventListener("popstate", restore);
    }

    /* The choice for phones, where no header is seen, and the way back to the first order. */
    function offer() {
      choice.add(new Option(words.first, ""));
      for (const { index, name } of columns) {
        choice.add(new Option(`${name}, ${words.up}`, index + 1));
        choice.add(new Option(`${name}, ${words.down}`, -index - 1));
      }
      choice.autocomplete = "off";
      choice.addEventListener("input", (event) => {
        event.stopPropagation();
        choose(Number(choice.value));
      });
      back.addEventListener("click", () => {
        choose(0);
        (form?.elements.q ?? listed[0].tHead.querySelector("button")).focus();
      });
      const label = document.createElement("label");
      label.className = "kh-order";
      label.append(`${words.sort} `, choice);
      const row = document.createElement("div");
      row.className = "kh-sortrow";
      row.append(label, back, said);
      if (form) form.append(row);
      else listed[0].before(row);
    }

    function button(table, { index, isNumber }) {
      const head = table.tHead.rows[0].cells[index];
      const made = Object.assign(document.createElement("button"), {
        type: "button",
        className: "kh-sort",
      });
      made.append(...head.childNodes);
      head.append(made);
      made.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        const isDown = now ? now === "ascending" : isNumber;
        choose(isDown ? -index - 1 : index + 1);
      });
    }

    function choose(by) {
      show(by);
      if (!form) return;
      const address = new URL(location);
      if (by) address.searchParams.set("xep", by);
      else address.searchParams.delete("xep");
      history.replaceState(history.state, "", address);
    }

    function restore() {
      const by = Number(new URL(location).searchParams.get("xep"));
      show(columns.some(({ index }) => index + 1 === Math.abs(by)) ? by : 0);
    }

    /* `by`: the number of a column, negative for descending; 0 for the order of the document. */
    function show(by) {
      const direction = by < 0 ? "descending" : "ascending";
      listed.forEach((table, number) => {
        const heads = table.tHead.rows[0].cells;
        originals[number].forEach((rows, index) => table.tBodies[index].append(...rows));
        [...heads].forEach((head) => head.removeAttribute("aria-sort"));
        table.toggleAttribute("data-sorted", by !== 0);
        if (!by) return;
        heads[Math.abs(by) - 1].setAttribute("aria-sort", direction);
        const attached = detach(table);
        sortSortable(table);
        attached.forEach((attach) => attach());
      });
      choice.value = by || "";
      back.hidden = !by;
      said.textContent = choice.selectedOptions[0].text;
    }
  }

  function cellsOf(table, index) {
    return [...table.tBodies].flatMap((body) =>
      [...body.rows].flatMap((row) => (row.cells.length > index ? [row.cells[index]] : [])),
    );
  }

  /* Each heading row begins a body of its own; returns the rows of each body in their order. */
  function split(table) {
    table.classList.add("n-last");
    for (const group of table.querySelectorAll("tbody > .kh-group")) {
      const old = group.parentElement;
      if (old.rows[0] === group) continue;
      const body = old.cloneNode();
      body.append(...[...old.rows].slice(group.sectionRowIndex));
      old.after(body);
    }
    return [...table.tBodies].map((body) => [...body.rows]);
  }

  /* Takes out what does not move by itself; each returned function puts something back. */
  function detach(table) {
    const found = [];
    [...table.tBodies].forEach((body, index) => {
      let whole = null;
      const parts = new Map();
      for (const row of [...body.rows]) {
        if (row.classList.contains("kh-group")) {
          found.push(() => table.tBodies[index].prepend(row));
          row.remove();
        } else if (whole && row.classList.contains("kh-child") && !("flat" in table.dataset)) {
          parts.get(whole).push(row);
          row.remove();
        } else {
          whole = row;
          parts.set(row, []);
        }
      }
      parts.forEach((rows, row) => rows.length && found.push(() => row.after(...rows)));
    });
    return found;
  }
})();
