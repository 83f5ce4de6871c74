"use strict";
(() => {
  const form = document.querySelector(".ticks form"), tell = document.querySelector(".tell");
  if (!form || !tell) return;
  const part = (name) => tell.querySelector("." + name);
  const show = (name, shown) => { const one = part(name); if (one) one.hidden = !shown; };
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const pains = [...form.querySelectorAll("input[type=number]")];
  const message = part("message") && part("message").querySelector("p");
  const blank = message ? message.textContent : "";
  const key = "mplan " + form.dataset.key;

  /* ticks and pains of this sheet as one short text, and back */
  const written = () => boxes.map((b) => +b.checked).join("") + " " + pains.map(pain).join(",");
  const restore = (text) => {
    const [ticks, told] = (text || "").split(" "), numbers = (told || "").split(",");
    const fits = text && ticks.length === boxes.length && numbers.length === Math.max(pains.length, 1);
    boxes.forEach((b, n) => { b.checked = !!fits && ticks[n] === "1"; });
    pains.forEach((p, n) => { p.value = fits ? numbers[n] : ""; });
  };
  const read = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = () => {
    try {
      if (any()) localStorage.setItem(key, written()); else localStorage.removeItem(key);
      return (localStorage.getItem(key) || "") === (any() ? written() : "");
    } catch { return false; }
  };
  const works = () => {
    try { localStorage.setItem("mplan", "1"); localStorage.removeItem("mplan"); return true; } catch { return false; }
  };

  /* figures of the text */
  function pain(field) { return /^([0-9]|10)$/.test(field.value) ? field.value : ""; }
  const any = () => boxes.some((b) => b.checked) || pains.some((p) => pain(p) !== "");
  const ticked = (line) => {
    const own = boxes.filter((b) => +b.dataset.line === +line);
    return own.length ? own.filter((b) => b.checked).length : "_";
  };
  const worst = () => pains.map(pain).filter((p) => p !== "").reduce((a, b) => Math.max(a, +b), -1);
  const signs = "34679acdefhjkmnprtvxy";
  const check = (text) => {
    let sum = 0, out = "";
    for (const c of text.toLowerCase().trim().replace(/\s+/g, " ").replace(/\s*;\s*/g, ";")) {
      sum = (sum * 396 + c.codePointAt(0)) % 9257;
    }
    for (let n = 0; n < 3; n++, sum = Math.floor(sum / 21)) out = signs[sum % 21] + out;
    return out;
  };
  const text = () => {
    if (!any()) return blank;
    const most = worst();
    let line = 0;
    const filled = blank.replace(/; n _/, most < 0 ? "" : "; n " + most)
      .replace(/^hw [^;]*/, (hw) => hw.replace(/_|-/g, (gap) => (line++, gap === "_" ? ticked(line) : gap)));
    return filled.includes("ref ") && !filled.includes("_") ? filled + "." + check(filled) : filled;
  };

  const tally = () => {
    for (const count of form.querySelectorAll(".count")) {
      count.textContent = count.dataset.words.replace("{n}", ticked(count.dataset.line));
      count.hidden = false;
    }
    const now = text();
    if (message) message.textContent = now;
    for (const link of tell.querySelectorAll("a")) {
      link.href = link.href.replace(/body=.*$/, "body=" + encodeURIComponent(now));
    }
    show("byhand", false);
    show("counted", true);
    show("message", any());
    show("clear", any());
    show("copied", false);
  };
  const said = (kept) => { show("kept", kept); show("unkept", !kept); };
  const changed = () => { said(keep()); tally(); };

  const selected = () => {
    const range = document.createRange();
    range.selectNodeContents(message);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  const copied = async () => {
    try { await navigator.clipboard.writeText(message.textContent); show("copied", true); } catch {
      selected();
      show("copied", document.execCommand("copy"));
    }
  };
  const cleared = () => {
    const sure = part("sure");
    if (sure && !confirm(sure.textContent.trim())) return;
    restore("");
    changed();
  };

  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (part("copy") && message) part("copy").addEventListener("click", copied);
  if (part("clear")) part("clear").addEventListener("click", cleared);
  addEventListener("storage", (event) => { if (event.key === key) { restore(event.newValue); tally(); } });
  addEventListener("pageshow", () => { restore(read()); tally(); });
  show("copy", !!message);
  restore(read());
  said(works());
  tally();
})();
