// What pages with a script share. Without it, every page works the same.
"use strict";

document.querySelector(".errors[data-focus]")?.focus();
for (const print of document.querySelectorAll("[data-print]")) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

// htmx notes addresses in the tab's storage, which is to stay empty.
for (const moment of ["load", "htmx:afterSettle", "htmx:pushedIntoHistory"]) {
  addEventListener(moment, () => sessionStorage.clear());
}

function sayTrouble(shown) {
  const trouble = document.getElementById("trouble");
  if (trouble) trouble.hidden = !shown;
}
document.addEventListener("htmx:sendError", () => sayTrouble(true));
document.addEventListener("htmx:beforeSwap", () => sayTrouble(false));

// A whole page says best what went wrong: ask again the plain way.
document.addEventListener("htmx:responseError", (event) => {
  const asked = event.target;
  if (asked.href) return location.assign(asked.href);
  const form = asked.closest("form");
  // Sent this way the form would forget which button was pressed: a skipped question would be answered.
  const pressed = event.detail.requestConfig.triggeringEvent?.submitter;
  if (pressed?.name) {
    const kept = document.createElement("input");
    [kept.type, kept.name, kept.value] = ["hidden", pressed.name, pressed.value];
    form.append(kept);
  }
  HTMLFormElement.prototype.submit.call(form);
});

// The second press of a double click or double tap is not meant for what has come under the finger since the first.
let changedAt = performance.now();
let pressedAt = -Infinity;
document.addEventListener("htmx:afterSwap", () => (changedAt = performance.now()));
addEventListener("pageshow", () => (changedAt = performance.now()));
document.addEventListener("click", (event) => {
  const meant = event.detail < 2 || changedAt < pressedAt;
  if (event.detail) pressedAt = performance.now();
  if (meant) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
