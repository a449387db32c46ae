// Copying a link with one press. Without it, the link can be selected and copied by hand.
"use strict";

const address = document.querySelector("[data-address]");
const copy = document.querySelector("[data-copy]");
if (address) address.addEventListener("focus", () => address.select());
if (address && copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(address.value);
    const copied = document.querySelector("[data-copied]");
    copied.textContent = copied.dataset.words;
  });
}
document.querySelector(".made")?.focus();
