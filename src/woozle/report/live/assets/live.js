// Comfort only: every view can be read and left without it.
const at = (name) => document.getElementById(name);
const all = (what) => [...document.querySelectorAll(what)].filter((one) => one.getClientRects().length);
const view = document.body.dataset.view;
const places = { c: "/claims", r: "/reports", o: "/copies", t: "/timeline", n: "/names", m: "/map", v: "/coverage", e: "/review" };
const layers = ["l-att", "l-nm", "l-tm", "l-fg"];
const rows = ".claim-words a, .rows tbody a, .plain > li > a, .places a";

const step = (what, by) => {
  const marks = all(what);
  const here = marks.indexOf(document.activeElement);
  const next = marks[here < 0 ? (by > 0 ? 0 : marks.length - 1) : here + by];
  if (next) next.focus();
};
const follow = (what) => {
  const link = document.querySelector(what);
  if (link) link.click();
};

// On a narrow screen the head scrolls: the view that is shown stands in it.
const here = document.querySelector("nav a[aria-current=page]");
if (here) here.parentElement.parentElement.parentElement.scrollLeft = here.offsetLeft - 60;

// A map that is wider than its window begins in its middle.
const land = document.querySelector(".land-map .scroll");
if (land) land.scrollLeft = (land.scrollWidth - land.clientWidth) / 2;

// A run may end while a page is open: then a line says so. Nothing that is read moves or changes by itself.
const record = document.body.dataset.record;
const look = async () => {
  if (!record || document.hidden) return;
  const got = await fetch("/-/record").catch(() => null);
  const now = got && got.ok ? await got.text() : record;
  if (!now || now === record || at("stale").firstChild) return;
  const link = document.createElement("a");
  link.href = location.href.split("#")[0];
  link.textContent = "Show the new record";
  at("stale").append("The record was remade since this page was opened. ", link);
};
addEventListener("visibilitychange", look);
addEventListener("focus", look);
setInterval(look, 15000);

// Folded parts that the address points into are opened.
const arrive = () => {
  let node = at(decodeURIComponent(location.hash.slice(1)));
  for (; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
};
addEventListener("hashchange", arrive);
arrive();

// The drawing of copies: arrows lead along a lane and to the next lane.
const graph = document.querySelector("svg.graph");
const box = (mark) => mark.getBoundingClientRect();
const move = (key) => {
  const marks = graph ? [...graph.querySelectorAll("a:not(.band-of)")] : [];
  const here = marks.find((mark) => mark === document.activeElement);
  if (!here) return false;
  const along = key === "ArrowLeft" || key === "ArrowRight";
  const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  const from = box(here);
  const way = (mark) => [box(mark).x - from.x, box(mark).y - from.y];
  const fits = marks.filter((mark) => {
    const [x, y] = way(mark);
    return along ? Math.abs(y) < 4 && x * sign > 1 : y * sign > 4;
  });
  const far = (mark) => {
    const [x, y] = way(mark);
    return along ? Math.abs(x) : Math.abs(y) * 3 + Math.abs(x);
  };
  fits.sort((one, other) => far(one) - far(other));
  if (fits[0]) fits[0].focus();
  return true;
};
// From a report to what it was made from (p), to what was made from it (c), to its family alone (f).
const kin = (key) => {
  const mark = document.activeElement.closest("svg.graph a:not(.lane, .band-of)");
  if (!mark) return false;
  const href = mark.getAttribute("href");
  if (key === "f") location.assign(`/copies?report=${href.split("/").pop()}`);
  const [here, there] = key === "p" ? ["to", "from"] : ["from", "to"];
  const steps = graph.querySelectorAll(`path[data-${here}="${href}"]`);
  const ends = [...steps].map((path) => graph.querySelector(`a[href="${path.dataset[there]}"]`)).filter(Boolean);
  if (ends.length) ends[0].focus();
  return true;
};
const press = (key) => {
  if (graph && view === "copies" && "pcf".includes(key) && kin(key)) return;
  const layer = view === "reports" && at(layers[Number(key) - 1] || "");
  if (key === "j" || key === "k") step(rows, key === "j" ? 1 : -1);
  else if (key === "[") follow(".pager a[rel=prev]");
  else if (key === "]") follow(".pager a[rel=next]");
  else if (key === ".") follow("#as-json");
  else if (view === "reports" && key.toLowerCase() === "n") step(".att sup a", key === "n" ? 1 : -1);
  else if (view === "reports" && key === "p") step(".parents a", 1);
  else if (key === "+" || key === "=") follow("[data-way=wider]");
  else if (key === "-") follow("[data-way=narrower]");
  else if (layer) layer.checked = !layer.checked;
  else if (key === "?") {
    const keys = at("review-keys") || at("keys");
    keys.open = !keys.open;
    keys.scrollIntoView({ block: "nearest" });
  }
};
let waits = false;
addEventListener("keydown", (event) => {
  const isTyping = /^(textarea|select)$/i.test(event.target.tagName) || /^(search|text)$/.test(event.target.type);
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  if (event.key === "/") {
    event.preventDefault();
    at("q").focus();
  } else if (event.key.startsWith("Arrow")) {
    if (move(event.key)) event.preventDefault();
  } else if (waits && places[event.key]) location.assign(places[event.key]);
  else press(event.key);
  waits = event.key === "g";
});
