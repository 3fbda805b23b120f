/*
 * What the theme leaves to a mouse, by keyboard: the menu of narrow screens. It opens with Enter or
 * Space, closes with Escape or when the focus leaves it, and cannot be reached while it is closed.
 *
 * The theme also takes single letters for commands. They are given back to the reader, who may have
 * other uses for them: who speaks to a computer types letters by accident. And its search hears keys
 * alone: what is pasted, spoken or chosen from the suggestions of a phone counts here too.
 */
(() => {
  const toggle = document.getElementById("__drawer");
  const label = document.querySelector(".md-header__button[for=__drawer]");
  const menu = document.querySelector(".md-nav--primary");
  const button = document.createElement("button");

  if (toggle && label && menu) {
    button.type = "button";
    button.className = `${label.className} kh-menu`;
    button.ariaLabel = menu.ariaLabel;
    button.append(...label.childNodes);
    button.addEventListener("click", () => toggle.click());
    label.replaceWith(button);
    toggle.addEventListener("change", open);
    menu.addEventListener("focusout", leave);
    addEventListener("keydown", ({ key }) => key === "Escape" && toggle.checked && toggle.click());
    tell();
  }
  addEventListener("keydown", keepLetters, { capture: true });
  document
    .querySelector(".md-search__input")
    ?.addEventListener("input", ({ target }) => target.dispatchEvent(new Event("keyup")));

  function open() {
    tell();
    (toggle.checked ? menu.querySelector("a") : button).focus();
  }

  function leave({ relatedTarget }) {
    if (!toggle.checked || !relatedTarget || menu.contains(relatedTarget)) return;
    toggle.checked = false;
    tell();
  }

  function tell() {
    button.ariaExpanded = String(toggle.checked);
  }

  function keepLetters(event) {
    const isTyping = event.target.matches?.("input, textarea, select");
    if (!isTyping && /^[a-z.,/]$/i.test(event.key)) event.stopImmediatePropagation();
  }
})();
