// Comfort only: everything can be read without it.
"use strict";
document.documentElement.classList.add("has-script");
const box = document.getElementById("q");
const said = document.getElementById("q-found");
if (box) {
  const rows = [...document.querySelectorAll("[data-find]")];
  const fold = document.getElementById("alone");
  box.addEventListener("input", () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = words.every((word) => row.dataset.find.includes(word));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    if (fold && words.length) fold.open = true;
    said.textContent = words.length ? ` ${shown} of ${rows.length} claims` : "";
  });
}
const openTo = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let node = target && target.parentElement; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
};
addEventListener("hashchange", openTo);
openTo();
const places = { c: "claims", o: "copies", t: "timeline", r: "reports", v: "coverage" };
let waits = false;
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(input|textarea|select)$/i.test(event.target.tagName)) return;
  if (event.key === "/" && box) {
    event.preventDefault();
    box.focus();
  } else if (waits && places[event.key]) {
    location.hash = places[event.key];
  }
  waits = event.key === "g";
});
