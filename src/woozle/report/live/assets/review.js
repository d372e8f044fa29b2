// Keys for review: comfort only, every answer is a button of a form. Nothing is sent but by such a form.
const usual = { same: "s", different: "d", accept: "a", reject: "r", unsure: "u", skip: " ", undo: "z", why: "w" };
const taken = ["/", "?", "g", "j", "k", "[", "]", ".", "Enter", "Escape", "Tab"];
const place = "woozle-review-keys";
const find = (what) => document.querySelector(what);
const each = (what, how) => document.querySelectorAll(what).forEach(how);
const status = find("#bound");

const kept = () => {
  try {
    const found = JSON.parse(localStorage.getItem(place) || "{}");
    const sound = Object.entries(found).filter(([act, key]) => act in usual && typeof key === "string");
    return { ...usual, ...Object.fromEntries(sound) };
  } catch {
    return { ...usual };
  }
};
let keys = kept();

const show = () => {
  each("[data-key]", (one) => {
    const key = keys[one.dataset.key];
    one.textContent = key === " " ? "space" : key;
  });
  each("[data-act]", (one) => {
    const key = keys[one.dataset.act];
    one.setAttribute("aria-keyshortcuts", key === " " ? "Space" : key);
  });
};
const keep = (next) => {
  keys = next;
  try {
    localStorage.setItem(place, JSON.stringify(keys));
  } catch {
    // Without storage the keys hold until the page is left.
  }
  show();
};

// One answer a page: a key that is held down, or hit twice before the next page stands, says nothing twice.
let isSent = false;
addEventListener("pageshow", () => (isSent = false));
each("form", (form) =>
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  }),
);

// Enter in a field ends writing, and on a box does nothing: it is no answer.
each("#answer input", (field) =>
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    if (field.type !== "checkbox") find("#ask").focus();
  }),
);

let binds = "";
const bound = (words) => (status.textContent = words);
const stop = () => {
  binds = "";
  each("[data-bind]", (one) => one.setAttribute("aria-pressed", "false"));
};
const bind = (key) => {
  const act = binds;
  stop();
  if (key === "Escape") return bound("Nothing was changed.");
  if (key.length !== 1 || taken.includes(key) || /[0-9+=\-]/.test(key)) return bound("That key has another use.");
  const other = Object.keys(keys).find((one) => one !== act && keys[one] === key);
  if (other) return bound(`That key is for “${other}”; change that one first.`);
  keep({ ...keys, [act]: key });
  bound(`“${act}” is ${key === " " ? "space" : key} now.`);
};
each("[data-bind]", (button) => {
  button.hidden = false;
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => {
    stop();
    binds = button.dataset.bind;
    button.setAttribute("aria-pressed", "true");
    bound("Press the new key; Escape leaves it as it is.");
  });
});
const back = find("#unbind");
if (back) {
  back.hidden = false;
  back.addEventListener("click", () => {
    keep({ ...usual });
    bound("The usual keys hold again.");
  });
}

const tick = find("#tick");
if (tick) {
  tick.hidden = false;
  tick.addEventListener("click", () => {
    const boxes = [...document.querySelectorAll("input[name=question]")];
    const isOn = boxes.some((box) => !box.checked);
    boxes.forEach((box) => (box.checked = isOn));
  });
}

// In the table j and k go from box to box, which the space bar ticks.
const step = (by) => {
  const boxes = [...document.querySelectorAll("input[name=question][type=checkbox]")];
  const here = boxes.indexOf(document.activeElement);
  const next = boxes[here < 0 ? (by > 0 ? 0 : boxes.length - 1) : here + by];
  if (next) next.focus();
  return boxes.length > 0;
};
const press = (act) => {
  if (act === "why") find("#why")?.focus();
  else find(`[data-act=${act}]`)?.click();
  return Boolean(find(act === "why" ? "#why" : `[data-act=${act}]`));
};
let afterG = false;
addEventListener(
  "keydown",
  (event) => {
    if (binds) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!/^(Shift|Control|Alt|Meta|AltGraph)$/.test(event.key)) bind(event.key);
      return;
    }
    const where = event.target;
    const isTyping = /^(textarea|select)$/i.test(where.tagName) || (where.tagName === "INPUT" && where.type !== "checkbox");
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || isTyping) return;
    const wasG = afterG;
    afterG = event.key === "g";
    if (wasG) return;
    if ((event.key === "j" || event.key === "k") && step(event.key === "j" ? 1 : -1)) return event.stopImmediatePropagation();
    // The space bar works the button, box or link that has the focus.
    if (event.key === " " && where.closest?.("button, a, summary, input")) return;
    const act = Object.keys(keys).find((one) => keys[one] === event.key);
    if (act && press(act)) event.preventDefault();
  },
  true,
);
show();

// A run that was started here: what it does is told until it ends; the page itself is left as it is.
const running = find("#running");
const watch = async () => {
  const answer = await fetch("/review.json").catch(() => null);
  const found = answer?.ok ? await answer.json() : null;
  if (found) running.textContent = found.running || "it is done";
  if (found?.running) setTimeout(watch, 1000);
};
if (running) setTimeout(watch, 700);
