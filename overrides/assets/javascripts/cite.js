/*
 * Completes "cite this page": the address of the page where it was not known before, a button that
 * copies the text, and the sharing of the reader's own machine, where it has one.
 */
(() => {
  const words = document.getElementById("kh-words")?.dataset;
  const box = document.querySelector(".kh-cite");
  if (!words || !box) return;

  const text = box.querySelector(".kh-cite__text");
  const here = text.querySelector(".kh-here");
  const known = document.querySelector("link[rel=canonical]")?.href;
  const address = known ?? location.origin + location.pathname;
  here.textContent = address;
  const row = document.createElement("p");
  row.className = "kh-cite__do";
  const said = Object.assign(document.createElement("span"), { className: "kh-fine" });
  said.setAttribute("role", "status");
  if (navigator.clipboard) {
    add(words.copy, async () => {
      await navigator.clipboard.writeText(text.textContent.trim());
      said.textContent = words.copied;
    });
  }
  if (navigator.share) {
    add(words.share, () =>
      navigator.share({ title: document.title, url: address }).catch(() => {}),
    );
  }
  row.append(said);
  text.after(row);

  function add(label, act) {
    const button = Object.assign(document.createElement("button"), { type: "button" });
    button.textContent = label;
    button.addEventListener("click", act);
    row.append(button);
  }
})();
