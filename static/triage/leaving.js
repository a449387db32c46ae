// Leaving at once, by the button or by Esc pressed twice. Without it, the button works the same.
"use strict";

let lastEscape = -Infinity;
function leaveByKey(event) {
  if (event.key !== "Escape" || event.repeat) return;
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

document.addEventListener("keydown", leaveByKey);
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form.exit")) return;
  event.preventDefault();
  leave(event.target);
});
