/*
 * What the theme leaves to a mouse, by keyboard: the menu of narrow screens. It opens with Enter or
 * Space, closes with Escape or when the focus leaves it, and cannot be reached while it is closed.
 *
 * The theme also takes single letters for commands. They are given back to the reader, who may have
 * other uses for them: who speaks to a computer types letters by accident.
 */
(() => {
  const toggle = document.getElementById("__drawer");
  const button = document.querySelector(".md-header__button[for=__drawer]");
  const menu = document.querySelector(".md-nav--primary");

  if (toggle && button && menu) {
    button.tabIndex = 0;
    button.role = "button";
    button.ariaLabel = menu.ariaLabel;
    button.addEventListener("keydown", press);
    toggle.addEventListener("change", open);
    menu.addEventListener("focusout", leave);
    addEventListener("keydown", ({ key }) => key === "Escape" && toggle.checked && toggle.click());
    tell();
  }
  /* An empty box is no place to stop at; each result in it is a link. */
  document.querySelector(".md-search__scrollwrap")?.setAttribute("tabindex", "-1");
  addEventListener("keydown", keepLetters, { capture: true });

  function press(event) {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    toggle.click();
  }

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
