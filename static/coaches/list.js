// What makes the list smoother. Without it, or before it has loaded, the form works the same by its buttons.
"use strict";

const trouble = document.getElementById("trouble");
const folds = () => document.querySelectorAll("#find details");
let unfolded = new Map();
let focused = "";

// htmx notes the address in the tab's storage, which is to stay empty.
const forget = () => sessionStorage.clear();
forget();
document.addEventListener("htmx:pushedIntoHistory", forget);

document.addEventListener("htmx:beforeSwap", () => {
  trouble.hidden = true;
  unfolded = new Map([...folds()].map((fold) => [fold.id, fold.open]));
  focused = document.activeElement.id;
});
document.addEventListener("htmx:afterSettle", () => {
  for (const fold of folds()) fold.open = unfolded.get(fold.id) ?? fold.open;
  // What was in focus may be folded away until now, or gone.
  document.getElementById(focused)?.focus({ preventScroll: true });
  if (document.activeElement === document.body) document.getElementById("found").focus();
});
document.addEventListener("htmx:sendError", () => {
  trouble.hidden = false;
});
// A whole page says best what went wrong: ask again the plain way.
document.addEventListener("htmx:responseError", ({ target }) => {
  HTMLFormElement.prototype.submit.call(target.matches(".short") ? target : document.getElementById("find"));
});
