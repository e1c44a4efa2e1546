// Writes entries: one at a time, as many as there may be; each can be changed or taken back.
import { make, write } from "../making.js";
import { say } from "../../words.js";
import { ENTRY, freeNumber, ownEntries, textOf } from "./own.js";
import { keyed } from "./keyed.js";

const TELL_FROM = 0.75;

// most: how many; longest: letters; label, sendLabel: keys of words; rows of the field. extra: further
// controls ({node, read(), fill(value), update(given)}) whose values go with the text; then the value
// is a mapping. describe(value): what is said of an own entry beside its text.
export function composer({ most, longest, label, rows = 3, extra = null, describe = () => "" }, first) {
  let given = first;
  let editing = null; // the number of an entry that is being changed
  const field = rows > 1 ? make("textarea", { rows }) : make("input", { type: "text", enterKeyHint: "send" });
  Object.assign(field, { id: "entry-text", maxLength: longest, autocomplete: "off" });
  field.setAttribute("aria-describedby", "entry-left");
  const name = make("label", { htmlFor: "entry-text" }, say(given.words, label));
  const left = make("p", { class: "phone-hint", id: "entry-left", hidden: true });
  const send = make("button", { class: "phone-main" });
  const leave = make("button", { type: "button", class: "phone-second entry-leave", hidden: true });
  const form = make("form", { class: "phone-form entry-form" }, extra?.before, name, field, left, extra?.node, send, leave);
  const problem = make("p", { class: "phone-problem", role: "alert", hidden: true });
  const list = make("ul", { class: "entry-own" });
  const node = make("div", { class: "entry-composer" }, problem, form, list);

  const number = () => editing ?? freeNumber(ownEntries(given), most);
  field.value = given.connection.draft(ENTRY, Math.max(number(), 0)) || "";
  field.addEventListener("input", () => {
    given.connection.draft(ENTRY, Math.max(number(), 0), field.value);
    refresh();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim();
    const place = number();
    if (!text || place < 0) return;
    given.connection.send(ENTRY, place, extra ? { text, ...extra.read() } : text);
    given.connection.draft(ENTRY, place, "");
    field.value = "";
    editing = null;
    extra?.sent?.();
    refresh();
    if (number() >= 0) field.focus();
  });
  leave.addEventListener("click", () => {
    editing = null;
    field.value = "";
    refresh();
  });

  function change(one) {
    editing = one.number;
    field.value = textOf(one.value);
    extra?.fill(one.value);
    refresh();
    field.focus();
  }

  function takeBack(one) {
    if (editing === one.number) editing = null;
    given.connection.send(ENTRY, one.number, null);
    field.focus();
  }

  function refresh() {
    const { words } = given;
    const own = ownEntries(given);
    const length = field.value.length;
    write(left, length < longest * TELL_FROM ? "" : say(words, "phone.letters-left", { count: longest - length }));
    const place = number();
    send.disabled = !field.value.trim();
    const sendKey = editing !== null ? "entry.change" : most > 1 ? "entry.send-nth" : "entry.send";
    write(send, say(words, sendKey, { number: own.length + 1, of: most }));
    write(leave, editing === null ? "" : say(words, "entry.leave"));
    form.hidden = !given.may || place < 0;
  }

  function row(one) {
    const item = make("li", { class: "entry-mine" });
    const buttons = make("span", { class: "entry-buttons" });
    for (const [key, act] of [["entry.edit", change], ["entry.take-back", takeBack]]) {
      const button = make("button", { type: "button", class: "phone-small" }, say(given.words, key));
      button.addEventListener("click", () => act(now(item.dataset.key) ?? one));
      buttons.append(button);
    }
    item.append(make("p", { class: "entry-text" }), make("p", { class: "entry-beside" }), make("p", { class: "entry-fate" }), buttons);
    return item;
  }

  const now = (key) => ownEntries(given).find((one) => String(one.number) === key);

  function fill(item, one) {
    const { words, connection, may } = given;
    const [text, beside, fate, buttons] = item.children;
    write(text, textOf(one.value));
    write(beside, describe(one.value));
    const status = connection.status(ENTRY, one.number);
    const key = status === "sending" ? "phone.sending" : status === "late" ? "phone.late" : `entry.${one.state}`;
    write(fate, (status === "kept" ? "✓ " : "") + (given.says?.(one) ?? say(words, key)));
    fate.className = `entry-fate entry-is-${status === "kept" ? one.state : "sending"}`;
    item.classList.toggle("entry-editing", editing === one.number);
    buttons.hidden = !may;
    const [edit, back] = buttons.children;
    const mine = textOf(one.value);
    edit.setAttribute("aria-label", `${edit.textContent}: ${mine}`);
    back.setAttribute("aria-label", `${back.textContent}: ${mine}`);
  }

  // A refused text comes back into the field: nothing that was written is lost.
  function tellRefusals() {
    let sentence = "";
    for (let place = 0; place < most; place += 1) {
      const status = given.connection.status(ENTRY, place);
      if (!status?.refused) continue;
      sentence = status.refused;
      const lost = textOf(status.value);
      if (lost && !field.value && field.dataset.lost !== lost) {
        field.value = lost;
        field.dataset.lost = lost;
        editing = place;
      }
    }
    write(problem, sentence);
  }

  // given: what every element is shown, with may: whether this phone may write now; says(entry) may
  // say what became of it in other words.
  const update = (shown) => {
    given = shown;
    extra?.update?.(shown);
    keyed(list, ownEntries(given), (one) => one.number, row, fill);
    tellRefusals();
    refresh();
  };
  return { node, update };
}
