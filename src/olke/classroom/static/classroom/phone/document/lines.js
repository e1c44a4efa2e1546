// Lines that each name the evidence they rest on; one that names none is marked.
import { make, write } from "../making.js";
import { say } from "../../words.js";
import { ownValue, refusedText } from "./own.js";
import { picker } from "./picker.js";
import { grow } from "./text.js";

const MOST = 40;

export function lines({ heading, item, number, evidence }, { words }, saver) {
  const list = make("ol", { class: "document-lines" });
  const add = make("button", { type: "button", class: "phone-second document-add" }, say(words, "document.add"));
  const title = make("h2", { class: heading ? "document-heading" : "for-ears" }, heading || say(words, "document.text"));
  const lost = make("p", { class: "document-lost", hidden: true });
  const node = make("section", { class: "document-field" }, title, list, add, lost);
  let rows = [];
  let may = false;
  let shown = null;
  add.addEventListener("click", () => append().area.focus());

  const value = () => rows.map(({ area, pick }) => ({ text: area.value.trim(), claim: pick.value() })).filter((one) => one.text);
  const changed = () => saver.later(item, number, value);
  const settle = () => saver.isDirty(item, number) && saver.now(item, number, value);

  function append(line = { text: "", claim: "" }) {
    const area = make("textarea", { rows: 1, maxLength: 600 });
    const pick = picker(evidence, words, () => {
      mark(row);
      changed();
      settle();
    });
    const remove = make("button", { type: "button", class: "document-remove" }, "×");
    const flag = make("span", { class: "document-flag" }, say(words, "document.unsupported"));
    const row = { area, pick, remove, flag };
    row.line = make("li", {}, make("div", { class: "document-row" }, area, remove), pick.node, flag);
    area.value = line.text;
    pick.choose(line.claim);
    area.addEventListener("input", () => {
      grow(area);
      mark(row);
      changed();
    });
    area.addEventListener("blur", settle);
    area.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      if (area.value.trim() && rows.length < MOST) append().area.focus();
    });
    remove.addEventListener("click", () => {
      rows = rows.filter((one) => one !== row);
      row.line.remove();
      if (!rows.length) append();
      saver.later(item, number, value);
      settle();
      label();
      (rows[0]?.area ?? add).focus();
    });
    rows.push(row);
    list.append(row.line);
    mark(row);
    label();
    grow(area);
    return row;
  }

  function mark({ line, area, pick, flag }) {
    const bare = Boolean(area.value.trim()) && !pick.value();
    line.classList.toggle("is-unsupported", bare);
    flag.hidden = !bare;
  }

  function label() {
    rows.forEach(({ area, pick, remove }, at) => {
      const told = say(words, "document.line", { number: at + 1 });
      area.setAttribute("aria-label", `${heading} ${told}`.trim());
      area.placeholder = at ? "" : say(words, "document.line.hint");
      pick.label(`${say(words, "document.rests")}: ${told}`);
      remove.setAttribute("aria-label", say(words, "document.remove", { number: at + 1 }));
      remove.hidden = !may || rows.length < 2;
      area.readOnly = !may;
      pick.lock(!may);
    });
    add.hidden = !may || rows.length >= MOST;
  }

  function fill(theirs) {
    rows = [];
    list.replaceChildren();
    const blank = may ? [{ text: "", claim: "" }] : []; // a line to begin with
    for (const line of theirs.length ? theirs : blank) append(line);
  }

  const update = (now) => {
    const theirs = ownValue(now, item, number) ?? [];
    const had = may;
    may = now.may;
    if (!may && saver.isDirty(item, number)) {
      refusedText(lost, value().map((one) => one.text).join("\n"), words);
      saver.drop(item, number);
    }
    const begun = shown !== null;
    const left = !begun && may ? saver.left(item, number) : undefined;
    const told = JSON.stringify(theirs);
    const inside = node.contains(document.activeElement) && may;
    if (left) {
      fill(left);
      saver.later(item, number, value);
      shown = told;
    } else if (!begun || (shown !== told && !saver.isDirty(item, number) && !inside)) {
      fill(theirs);
      shown = told;
    } else if (!may && shown !== told) {
      fill(theirs);
      shown = told;
    }
    saver.knows(item, number, theirs);
    if (may && !rows.length) append();
    if (had !== may || !begun) label();
    node.classList.toggle("is-locked", !may);
    write(title, heading || say(words, "document.text"));
    if (!heading) title.className = "for-ears";
  };
  return { node, update };
}
