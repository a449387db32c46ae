// What makes the list smoother. Without it, the form works the same by its buttons.
"use strict";

const folds = () => document.querySelectorAll("#find details");
let unfolded = new Map();
let focused = "";

document.addEventListener("htmx:beforeSwap", () => {
  unfolded = new Map([...folds()].map((fold) => [fold.id, fold.open]));
  focused = document.activeElement.id;
});
document.addEventListener("htmx:afterSettle", () => {
  for (const fold of folds()) fold.open = unfolded.get(fold.id) ?? fold.open;
  // What was in focus may be folded away until now, or gone.
  document.getElementById(focused)?.focus({ preventScroll: true });
  if (document.activeElement === document.body) document.getElementById("found").focus();
});
