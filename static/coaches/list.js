// What makes the list smoother. Without it, or before it has loaded, the form works the same by its button.
"use strict";

const trouble = document.getElementById("trouble");
let unfolded = new Map();

document.addEventListener("htmx:beforeSwap", () => {
  trouble.hidden = true;
  unfolded = new Map([...document.querySelectorAll("#find details")].map((one) => [one.id, one.open]));
});
document.addEventListener("htmx:afterSettle", () => {
  for (const one of document.querySelectorAll("#find details")) one.open = unfolded.get(one.id) ?? one.open;
  // What was in focus is not always there any more.
  if (document.activeElement === document.body) document.getElementById("found").focus();
});
// htmx notes the address in the tab's storage, which is to stay empty.
document.addEventListener("htmx:pushedIntoHistory", () => sessionStorage.clear());
document.addEventListener("htmx:sendError", () => {
  trouble.hidden = false;
});
// A whole page says best what went wrong: ask again the plain way.
document.addEventListener("htmx:responseError", () => HTMLFormElement.prototype.submit.call(document.getElementById("find")));
