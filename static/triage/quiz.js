// What makes the quiz smoother. Without it, or before it has loaded, every page works the same.
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

let lastEscape = -Infinity;
function leaveByKey(event) {
  if (event.key !== "Escape") return;
  if (event.timeStamp - lastEscape < 2000) leave(document.querySelector("form.exit"));
  lastEscape = event.timeStamp;
}

function leave(form) {
  if (!form) return;
  document.body.hidden = true;
  // The next site is not told where its visitor comes from.
  const silence = document.createElement("meta");
  silence.name = "referrer";
  silence.content = "no-referrer";
  let gone = false;
  const go = () => {
    if (gone) return;
    gone = true;
    document.head.append(silence);
    // Replacing this page keeps the Back button from leading straight here again.
    location.replace(form.dataset.elsewhere);
  };
  fetch(form.action, { method: "POST", keepalive: true, redirect: "manual" }).then(go, go);
  // The request outlives the page: whoever leaves does not wait for a slow server.
  setTimeout(go, 300);
}

function untickOthers(event) {
  const box = event.target;
  if (box.type !== "checkbox" || !box.checked) return;
  for (const other of box.closest("fieldset")?.querySelectorAll("input:checked") ?? []) {
    if (other !== box && (box.hasAttribute("data-alone") || other.hasAttribute("data-alone"))) other.checked = false;
  }
}

function sayTrouble(shown) {
  const trouble = document.getElementById("trouble");
  if (trouble) trouble.hidden = !shown;
}

document.addEventListener("keydown", chooseByKey);
document.addEventListener("keydown", leaveByKey);
document.addEventListener("change", untickOthers);
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form.exit")) return;
  event.preventDefault();
  leave(event.target);
});
document.addEventListener("htmx:afterSettle", () => {
  sayTrouble(false);
  document.querySelector("#step [data-focus]")?.focus({ preventScroll: true });
  scrollTo(0, 0);
});
// htmx notes the address in the tab's storage, which is to stay empty.
document.addEventListener("htmx:pushedIntoHistory", () => sessionStorage.clear());
document.addEventListener("htmx:sendError", () => sayTrouble(true));
// A whole page says best what went wrong: ask again the plain way.
document.addEventListener("htmx:responseError", (event) => {
  const asked = event.target;
  if (!asked.matches("form")) return location.assign(asked.href);
  // Sent this way the form would forget which button was pressed: a skipped question would be answered.
  const pressed = event.detail.requestConfig.triggeringEvent?.submitter;
  if (pressed) {
    const kept = document.createElement("input");
    [kept.type, kept.name, kept.value] = ["hidden", pressed.name, pressed.value];
    asked.append(kept);
  }
  HTMLFormElement.prototype.submit.call(asked);
});

document.querySelector(".errors[data-focus]")?.focus();
const print = document.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
