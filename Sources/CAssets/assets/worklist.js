// Encaisse: the list of bank lines by the keyboard. Decisions are sent one after the other while
// the reader goes on; each line is replaced by what became of it. Without this file the same forms
// lead back to the list.
"use strict";
(() => {
  const list = document.querySelector("[data-decide]");
  if (!list) return;
  const address = list.dataset.decide;
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const mostDone = 20;
  let queue = Promise.resolve();
  let isWhole = false, isFilling = false;

  const open = () => $$("li[data-row]:not([aria-busy])", list);
  const focusOn = (row) => {
    const target = row && ($("[data-main]", row) || $("a, button", row));
    if (!target) return;
    target.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };

  // The next line to decide; the one before when there is none.
  const neighbour = (row) => {
    const rows = $$("li[data-row]:not([aria-busy])", list);
    const after = rows.find((other) => row.compareDocumentPosition(other) & 4);
    return after || rows[rows.length - 1];
  };

  const parse = (html) => {
    const holder = document.createElement("ol");
    holder.innerHTML = html;
    return [...holder.children];
  };

  async function ask(place, body) {
    const answer = await fetch(place, {
      method: body ? "POST" : "GET", body, cache: "no-store",
      headers: { Accept: "application/json" },
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.message || list.dataset.failed);
    if (said.lead) $(".head .lead").textContent = said.lead;
    return said;
  }

  const complain = (row, error) => {
    row.removeAttribute("aria-busy");
    $(".refused", row)?.remove();
    const words = document.createElement("p");
    words.className = "refused";
    words.setAttribute("role", "alert");
    words.textContent = error instanceof TypeError || error instanceof SyntaxError
      ? list.dataset.failed : error.message;
    row.append(words);
  };

  function send(row, form) {
    const body = new URLSearchParams(new FormData(form));
    const isBack = form.dataset.back !== undefined;
    row.setAttribute("aria-busy", "true");
    if (!isBack) focusOn(neighbour(row));
    queue = queue.then(async () => {
      try {
        const said = await ask(form.getAttribute("action"), body);
        const parts = parse(said.html);
        row.replaceWith(...parts);
        if (isBack) focusOn(parts[0]);
        for (const other of said.changed || []) renew(other);
        if (said.others) await thin();
      } catch (error) { complain(row, error); }
      forget();
      await fill();
      if (list.contains(document.activeElement)) return;
      if (document.activeElement === document.body) focusOn(open()[0]);
    });
  }

  // A line of which something else is thought now.
  const renew = (other) => {
    const row = $(`li[data-row][data-line="${other.line}"]:not([aria-busy])`, list);
    if (!row) return;
    const held = row.contains(document.activeElement);
    const parts = parse(other.html);
    row.replaceWith(...parts);
    if (held) focusOn(parts[0]);
  };

  // Lines that a rule took off the list leave the page too.
  async function thin() {
    const rows = $$("li[data-row]:not([aria-busy])", list);
    const said = await ask(address + "?depuis=" + list.dataset.from);
    const kept = new Set(said.rows.map((row) => String(row.line)));
    for (const row of rows.slice(0, said.rows.length)) {
      if (!kept.has(row.dataset.line)) row.remove();
    }
  }

  // More lines before the list runs out.
  async function fill() {
    const rows = $$("li[data-row]", list);
    if (isWhole || isFilling || rows.length > 15) return;
    isFilling = true;
    try {
      const said = await ask(address + "?depuis=" + (Number(list.dataset.from) + rows.length));
      const known = new Set(rows.map((row) => row.dataset.line));
      const fresh = said.rows.filter((row) => !known.has(String(row.line)));
      if (!said.rows.length) isWhole = true;
      for (const row of fresh) list.append(...parse(row.html));
    } catch { /* the next decision asks again */ }
    isFilling = false;
  }

  // What was decided long ago leaves the page; it stays in the book.
  const forget = () => {
    const done = $$("li[data-done]", list);
    for (const row of done.slice(0, Math.max(0, done.length - mostDone))) row.remove();
  };

  addEventListener("submit", (event) => {
    const form = event.target;
    const row = form.closest("[data-decide] > li");
    if (!row) return;
    if (form.dataset.find) {
      event.preventDefault();
      const first = $(".found button, .found a", form.parentElement);
      if (first) first.focus();
      return;
    }
    if (form.method !== "post") return;
    event.preventDefault();
    event.stopPropagation();
    if (row.getAttribute("aria-busy")) return;
    send(row, form);
  }, true);

  // Another document: answers while one types.
  let timer = 0;
  list.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-find]");
    if (!form) return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const words = event.target.value.trim();
      const found = $(".found", form.parentElement);
      if (!words) { found.replaceChildren(); return; }
      try {
        const said = await ask(form.dataset.find + "?client=" + encodeURIComponent(words));
        if (event.target.value.trim() === words) found.innerHTML = said.html;
      } catch (error) { found.textContent = error.message; }
    }, 110);
  });

  // u takes the last decision back, wherever the focus is.
  let went = 0;
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    const isPlace = Date.now() - went < 1500;
    went = event.key === "g" && !isPlace ? Date.now() : 0;
    if (event.key !== "u" || isPlace) return;
    event.preventDefault();
    event.stopPropagation();
    queue = queue.then(() => {
      const undo = $$("form[data-back]", list).filter((form) => !form.closest("[aria-busy]"));
      const last = undo.sort((one, other) => order(one) - order(other)).pop();
      if (last) last.requestSubmit();
      else $("form[data-back]")?.requestSubmit();
    });
  }, true);

  // Decided lines in the order in which they were decided.
  let count = 0;
  const orders = new WeakMap();
  const order = (form) => orders.get(form.closest("li")) || 0;
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node.dataset?.done !== undefined) orders.set(node, ++count);
      }
    }
  }).observe(list, { childList: true });
})();
