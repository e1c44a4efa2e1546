// An answer in one's own words; what is typed stays through a reload and a lost connection.
import { label, make, write } from "../making.js";
import { say } from "../../words.js";

const LONGEST = 1000;
const TELL_FROM = 800;

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
