// Encaisse: what the keyboard and the mouse add. Every page works without it.
"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]");

  // Keys: / search, ? help, g + letter places, j k rows, and the letters that a row offers.
  let goes = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return leave();
    if (isTyping(event.target)) return;
    const key = event.key;
    if (Date.now() - goes < 1500) {
      goes = 0;
      const place = $$("[data-go]").find((link) => link.dataset.go === key);
      if (place) { event.preventDefault(); place.click(); }
      return;
    }
    if (key === "g") { goes = Date.now(); return; }
    if (key === "/") { event.preventDefault(); const box = $("#search"); box.focus(); box.select(); }
    else if (key === "?") { event.preventDefault(); help(); }
    else if (key === "j" || key === "k") { event.preventDefault(); move(key === "j" ? 1 : -1); }
    else press(key, event);
  });

  function leave() {
    const open = $$("details.act[open]");
    for (const act of open) { act.open = false; $("summary", act).focus(); }
    if (!open.length && document.activeElement.closest("#search, form[data-live]")) {
      document.activeElement.blur();
    }
  }

  function help() {
    const dialog = $("#shortcuts");
    if (dialog && dialog.showModal) dialog.open ? dialog.close() : dialog.showModal();
  }

  // A form that opens below the window's edge is brought into view; one that would run over its
  // right edge opens to the left.
  document.addEventListener("toggle", (event) => {
    const act = event.target;
    const form = act.open && act.matches("details.act") && $("form, .panel", act);
    if (!form) return;
    act.classList.remove("turned");
    const isOver = form.getBoundingClientRect().right > document.documentElement.clientWidth;
    act.classList.toggle("turned", isOver);
    form.scrollIntoView({ block: "nearest" });
  }, true);

  // A row is current when the focus is in it.
  function move(step) {
    const rows = $$("[data-row]");
    if (!rows.length) return;
    const here = rows.findIndex((row) => row.contains(document.activeElement));
    const next = here < 0 ? (step > 0 ? 0 : rows.length - 1)
      : Math.min(rows.length - 1, Math.max(0, here + step));
    const target = $("[data-main]", rows[next]) || $("a, button", rows[next]);
    if (target) { target.focus(); rows[next].scrollIntoView({ block: "nearest" }); }
  }

  function press(key, event) {
    const row = document.activeElement.closest("[data-row]") || document;
    const target = $$("[data-press]", row).find((item) => item.dataset.press === key);
    if (!target) return;
    event.preventDefault();
    if (target.tagName === "DETAILS") {
      target.open = true;
      const first = $("input:not([type=hidden]), select, textarea", target);
      if (first) first.focus();
    } else if (isTyping(target)) target.focus();
    else target.click();
  }

  // One small form open at a time; a click elsewhere closes it.
  document.addEventListener("click", (event) => {
    for (const act of $$("details.act[open]")) {
      if (!act.contains(event.target)) act.open = false;
    }
    const copy = event.target.closest("[data-copy]");
    if (copy) return copyText(copy);
    if (event.target.closest("[data-print]")) window.print();
    if (event.target.closest("[data-help]")) { event.preventDefault(); help(); }
  });

  async function copyText(button) {
    const source = document.getElementById(button.dataset.copy);
    if (!source) return;
    const text = "value" in source ? source.value : source.innerText;
    try { await navigator.clipboard.writeText(text); } catch {
      const range = document.createRange();
      range.selectNodeContents(source);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      document.execCommand("copy");
    }
    const before = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = before; }, 1800);
  }

  // What can be scrolled sideways can be reached and scrolled by the keyboard.
  const markScrolling = () => {
    for (const box of $$(".scroll, .paper")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  markScrolling();
  addEventListener("resize", markScrolling);

  // Before printing, what is folded is shown.
  addEventListener("beforeprint", () => {
    for (const part of $$("details.lines")) part.open = true;
  });

  // A form is sent once.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.upload !== undefined) return;
    if (event.target.method !== "post") return;
    if (event.target.dataset.sent) return event.preventDefault();
    event.target.dataset.sent = "1";
  });
  addEventListener("pageshow", () => {
    for (const form of $$("form[data-sent]")) delete form.dataset.sent;
  });

  // Splitting a payment: what is left is said while amounts are typed.
  for (const form of $$("form[data-split]")) {
    const left = $("[data-left]", form);
    const cents = (text) => {
      const plain = text.replace(/[\s\u00a0\u202f€]/g, "").replace(/−/g, "-");
      const dotted = plain.includes(",") ? plain.replace(/\./g, "").replace(",", ".") : plain;
      return Math.round(Number(dotted || "0") * 100);
    };
    const show = () => {
      let rest = Number(form.dataset.split);
      for (const field of $$("input.money", form)) rest -= cents(field.value);
      left.textContent = Number.isNaN(rest) ? "…" : new Intl.NumberFormat(
        document.documentElement.lang, { style: "currency", currency: form.dataset.currency }
      ).format(rest / 100);
      left.classList.toggle("late", !(Math.abs(rest) < 0.5));
    };
    form.addEventListener("input", show);
    for (const button of $$("[data-fill]", form)) {
      button.addEventListener("click", () => {
        document.getElementById(button.dataset.fill).value = button.dataset.amount;
        show();
      });
    }
    show();
  }

  // A form that is answered while one types: its page is asked for anew, and the living parts of
  // it take the place of the old ones.
  const live = $("form[data-live]");
  if (live) {
    let asked = 0, timer = 0;
    const refresh = async () => {
      const mine = ++asked;
      const fields = [...new FormData(live)].filter(([, value]) => value !== "");
      const address = live.getAttribute("action") + "?" + new URLSearchParams(fields);
      let text;
      try { text = await (await fetch(address, { cache: "no-store" })).text(); } catch { return; }
      if (mine !== asked) return;
      const fresh = new DOMParser().parseFromString(text, "text/html");
      for (const part of $$("[data-live-part]")) {
        const other = fresh.getElementById(part.id);
        if (!other || other.outerHTML === part.outerHTML) continue;
        if (part.matches("[aria-live]")) part.replaceChildren(...other.childNodes);
        else part.replaceWith(other);
      }
      for (const field of $$("input", live)) {
        const other = field.id && fresh.getElementById(field.id);
        if (!other) continue;
        field.placeholder = other.placeholder;
        if (other.getAttribute("aria-invalid")) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
      }
      history.replaceState(null, "", address);
      markScrolling();
    };
    live.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(refresh, 90); });
    live.addEventListener("submit", (event) => { event.preventDefault(); refresh(); });
  }

  // Import: drop, send with progress, then follow the work.
  const upload = $("form[data-upload]");
  if (upload) {
    const zone = $(".drop", upload), bar = $("#upload-bar"), words = $("#upload-words");
    for (const name of ["dragenter", "dragover"]) {
      zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add("over"); });
    }
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", async (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.())
        .filter(Boolean);
      const files = entries.length ? (await Promise.all(entries.map(filesOf))).flat()
        : [...event.dataTransfer.files];
      send(files);
    });
    upload.addEventListener("submit", (event) => {
      event.preventDefault();
      send([...$("input[type=file]", upload).files]);
    });

    async function filesOf(entry) {
      if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
      const reader = entry.createReader(), found = [];
      for (;;) {
        const some = await new Promise((done, fail) => reader.readEntries(done, fail));
        if (!some.length) break;
        found.push(...some);
      }
      return (await Promise.all(found.map(filesOf))).flat();
    }

    function send(files) {
      if (!files.length) return;
      const form = new FormData();
      form.append("jeton", $("input[name=jeton]", upload).value);
      for (const file of files) form.append("files", file, file.name);
      const request = new XMLHttpRequest();
      request.open("POST", upload.action);
      request.setRequestHeader("Accept", "application/json");
      request.upload.onprogress = (event) => {
        bar.hidden = false;
        bar.max = event.total;
        bar.value = event.loaded;
        words.textContent = upload.dataset.sending + " " +
          Math.floor(100 * event.loaded / event.total) + " %";
      };
      request.onload = () => {
        let answer = {};
        try { answer = JSON.parse(request.responseText); } catch { /* said below */ }
        if (answer.suivi) location.href = answer.suivi;
        else words.textContent = answer.message || upload.dataset.failed;
      };
      request.onerror = () => { words.textContent = upload.dataset.failed; };
      request.send(form);
    }
  }

  // Following an import: ask until it is done, then show the report.
  const job = $("[data-job]");
  if (job) {
    const bar = $("progress", job), words = $("[data-words]", job);
    const ask = async () => {
      try {
        const answer = await (await fetch(job.dataset.job, { cache: "no-store" })).json();
        if (answer.done) return location.reload();
        if (answer.share !== undefined) { bar.max = 1000; bar.value = answer.share; }
        words.textContent = answer.words;
      } catch { /* the server may be busy: ask again */ }
      setTimeout(ask, 400);
    };
    setTimeout(ask, 250);
  }
})();
