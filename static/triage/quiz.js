// Keys and ticks in a question, and where the focus goes. Without it, every page works the same.
"use strict";

const typing = (element) => element.matches("select, textarea, input:not([type=radio]):not([type=checkbox])");

function rowFor(key, step) {
  const rows = [...step.querySelectorAll("fieldset")];
  const inside = document.activeElement.closest("fieldset");
  const open = rows.find((row) => !row.querySelector("input:checked"));
  return (inside && rows.length > 1 ? inside : open || inside || rows[0])?.querySelectorAll("input")[key - 1];
}

function chooseByKey(event) {
  const step = document.getElementById("step");
  // Only where the keys belong to the question: elsewhere they may be meant for something else.
  if (!step?.contains(event.target) || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (/^[1-9]$/.test(event.key)) {
    // Held down, a number answers one row only.
    if (event.repeat) return event.preventDefault();
    const choice = rowFor(Number(event.key), step);
    if (!choice) return;
    event.preventDefault();
    choice.click();
    const next = choice.closest("fieldset").nextElementSibling;
    // In a page of rows, a number answers the row and goes to the next one.
    (next && next.matches("fieldset") ? next.querySelector("input") : choice).focus();
  } else if (event.key === "Enter" && !event.target.closest("a, button, summary")) {
    event.preventDefault();
    // Held down, it goes one step only.
    if (!event.repeat) step.querySelector("button.go")?.click();
  }
}

function untickOthers(event) {
  const box = event.target;
  if (box.type !== "checkbox" || !box.checked) return;
  for (const other of box.closest("fieldset")?.querySelectorAll("input:checked") ?? []) {
    if (other !== box && (box.hasAttribute("data-alone") || other.hasAttribute("data-alone"))) other.checked = false;
  }
}

document.addEventListener("keydown", chooseByKey);
document.addEventListener("change", untickOthers);
document.addEventListener("htmx:afterSettle", () => {
  document.querySelector("#step [data-focus]")?.focus({ preventScroll: true });
  scrollTo(0, 0);
});
