// A number: any number of digits, with spaces and either decimal sign, as people write it.
import { label, make, write } from "../making.js";
import { say } from "../../words.js";

export function estimate(item, { connection, words }) {
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
  input.value = typing || (connection.value(item.id, 0) ?? "");
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
    send.disabled = !input.value.trim() || input.value.trim() === String(own?.value ?? "");
    label(send, say(words, own ? "phone.send-again" : "phone.send"));
    send.hidden = input.readOnly;
  }

  const update = ({ own: now, may }) => {
    if (now && !typing && document.activeElement !== input) input.value = now.value;
    own = now;
    input.readOnly = !may;
    refresh();
  };
  return { node, update };
}

export function isNumber(text) {
  const digits = text.replace(/\s/g, "").replace("−", "-").replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits);
}
