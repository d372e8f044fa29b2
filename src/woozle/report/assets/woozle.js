// Comfort only: everything can be read without it.
"use strict";
const root = document.documentElement;
root.classList.add("has-script");
const at = (name) => document.getElementById(name);
const all = (what, within = document) => [...within.querySelectorAll(what)];
const target = () => at(decodeURIComponent(location.hash.slice(1)) || "claims");
const shownPage = () => (target() && target().closest(".page")) || at("claims");

const box = at("q");
if (box) {
  const rows = all("[data-find]");
  const folds = all("#claims > details").map((fold) => [fold, fold.open]);
  box.form.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("input", () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !words.every((word) => row.dataset.find.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    for (const [fold, wasOpen] of folds) fold.open = words.length > 0 || wasOpen;
    at("q-found").textContent = words.length ? `${shown} of ${rows.length} claims` : "";
  });
}

const arrive = () => {
  for (let node = target(); node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  const page = shownPage();
  const view = page.matches(".claim-page") ? "claims" : page.matches(".report-page") ? "reports" : page.id;
  for (const link of all("nav a")) {
    if (link.hash === `#${view}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
};
addEventListener("hashchange", arrive);
arrive();

const step = (what, by) => {
  const marks = all(what, shownPage()).filter((mark) => mark.offsetParent !== null);
  const here = marks.indexOf(document.activeElement);
  const next = marks[here < 0 ? (by > 0 ? 0 : marks.length - 1) : here + by];
  if (next) next.focus();
};
const places = { c: "claims", o: "copies", t: "timeline", r: "reports", v: "coverage" };
const layers = ["l-att", "l-nm", "l-tm", "l-fg"];
let waits = false;
const press = (key) => {
  const isReport = shownPage().matches(".report-page");
  const keys = at("keys");
  const layer = isReport && layers[Number(key) - 1] && at(layers[Number(key) - 1]);
  if (key === "j" || key === "k") step(".claim h3 a, .plain .says", key === "j" ? 1 : -1);
  else if (isReport && key.toLowerCase() === "n") step(".att sup a", key === "n" ? 1 : -1);
  else if (isReport && key === "p") step(".parents a", 1);
  else if (layer) layer.checked = !layer.checked;
  else if (key === "?" && keys) {
    keys.open = !keys.open;
    keys.scrollIntoView({ block: "nearest" });
  }
};
addEventListener("keydown", (event) => {
  const isTyping = /^(textarea|select)$/i.test(event.target.tagName) || event.target.type === "search";
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  if (event.key === "/" && box) {
    event.preventDefault();
    if (shownPage().id !== "claims") location.hash = "claims";
    box.focus();
  } else if (waits && places[event.key]) location.hash = places[event.key];
  else press(event.key);
  waits = event.key === "g";
});
