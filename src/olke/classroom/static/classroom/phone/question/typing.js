// Questions that are answered in writing; what is typed stays through a reload and a lost connection.
import { label, make, write } from "../making.js";
import { say } from "../../words.js";

const LONGEST = 1000;
const TELL_FROM = 800;

// A number: any number of digits, with spaces and either decimal sign, as people write it.
export function estimate(item, { connection, words, language }) {
  const input = make("input", {
    id: "phone-number",
    inputMode: "decimal",
    autocomplete: "off",
    enterKeyHint: "send",
    maxLength: 24,
    "aria-describedby": "phone-unit",
  });
  const title = make("label", { htmlFor: "phone-number" }, say(words, "question.number"));
  const unit = make("span", { id: "phone-unit" }, item.unit ?? "");
  const send = make("button", { class: "phone-main" });
  const problem = make("p", { class: "phone-problem", role: "alert", hidden: true });
  const row = make("div", { class: "phone-number" }, input, unit);
  const node = make("form", { class: "phone-form" }, title, row, problem, send);
  let own;
  let typing = connection.draft(item.id, 0);
  input.value = typing || told(connection.value(item.id, 0), language);
  input.addEventListener("input", () => {
    typing = input.value;
    connection.draft(item.id, 0, typing);
    write(problem, "");
    refresh();
  });
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!isNumber(input.value)) {
      write(problem, say(words, "question.not-number"));
      input.focus();
      return;
    }
    connection.send(item.id, 0, input.value.trim());
    typing = "";
  });

  function refresh() {
    const typed = digits(input.value);
    send.disabled = !typed || typed === digits(String(own?.value ?? ""));
    label(send, say(words, own ? "phone.send-again" : "phone.send"));
    send.hidden = input.readOnly;
  }

  const update = ({ own: now, may }) => {
    if (now && !typing && document.activeElement !== input) input.value = told(now.value, language);
    own = now;
    input.readOnly = !may;
    refresh();
  };
  return { node, update };
}

export function isNumber(text) {
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits(text));
}

// What two ways of writing one number have in common.
function digits(text) {
  return text.replace(/\s/g, "").replace("−", "-").replace(",", ".");
}

function told(value, language) {
  return String(value ?? "").replace(".", language === "en" ? "." : ",");
}

// An answer in one's own words; what is typed stays through a reload and a lost connection.
export function prompt(item, { connection, words }) {
  const text = make("textarea", {
    id: "phone-words",
    rows: 4,
    maxLength: LONGEST,
    "aria-describedby": "phone-count",
  });
  const title = make("label", { htmlFor: "phone-words" }, say(words, "question.words"));
  const count = make("p", { class: "phone-hint", id: "phone-count", hidden: true });
  const send = make("button", { class: "phone-main" });
  const node = make("form", { class: "phone-form" }, title, text, count, send);
  let own;
  let typing = connection.draft(item.id, 0);
  text.value = typing || (connection.value(item.id, 0) ?? "");
  text.addEventListener("input", () => {
    typing = text.value;
    connection.draft(item.id, 0, typing);
    refresh();
  });
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    connection.send(item.id, 0, text.value.trim());
    typing = "";
  });

  function refresh() {
    const length = text.value.length;
    write(count, length < TELL_FROM ? "" : say(words, "phone.letters-left", { count: LONGEST - length }));
    const typed = text.value.trim();
    send.disabled = !typed || typed === own?.value;
    send.hidden = text.readOnly;
    label(send, say(words, own ? "phone.send-again" : "phone.send"));
  }

  const update = ({ own: now, may, status }) => {
    const shown = status?.refused ? (status.value ?? "") : now?.value;
    if (shown && !typing && document.activeElement !== text) text.value = shown;
    own = now;
    text.readOnly = !may;
    refresh();
  };
  return { node, update };
}
