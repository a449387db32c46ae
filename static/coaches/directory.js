// What makes the directory smoother. Without it, every page works the same.
"use strict";

// A whole page says best what went wrong: ask again the plain way.
document.addEventListener("htmx:responseError", (event) => {
  const asked = event.target;
  if (asked.matches("form")) HTMLFormElement.prototype.submit.call(asked);
  else if (asked.href) location.assign(asked.href);
});
// htmx notes the address in the tab's storage, which is to stay empty.
for (const moment of ["load", "htmx:afterSettle"]) addEventListener(moment, () => sessionStorage.clear());
document.querySelector(".errors[data-focus]")?.focus();
for (const print of document.querySelectorAll("[data-print]")) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
