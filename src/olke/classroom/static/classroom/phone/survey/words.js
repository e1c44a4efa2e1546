// A few words in one's own: what stays of it if the page is loaded again, and that it is kept.
import { make, write } from "../making.js";
import { say } from "../../words.js";

const TELL_FROM = 0.75;

export function wordsField({ item, longest, label }, given) {
  const { connection, words } = given;
  const id = `words-${item || "own"}`;
  const text = make("textarea", { id, rows: 2, maxLength: longest });
  const left = make("p", { class: "phone-hint", hidden: true });
  const send = make("button", { class: "phone-second" });
  const fate = make("p", { class: "phone-kept", role: "status", hidden: true });
  const node = make("form", { class: "phone-form survey-words" }, make("label", { htmlFor: id }, label), text, left, send, fate);
  let typing = connection.draft(item, 0);
  text.value = typing || (connection.value(item) ?? "");
  text.addEventListener("input", () => {
    typing = text.value;
    connection.draft(item, 0, typing);
    update(given);
  });
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    connection.send(item, 0, text.value.trim() || null);
    typing = "";
  });

  function update(now) {
    given = now;
    const own = connection.value(item);
    const status = connection.status(item);
    if (!typing && document.activeElement !== text && (own ?? "") !== text.value) text.value = own ?? "";
    text.readOnly = !now.may;
    const length = text.value.length;
    write(left, length < longest * TELL_FROM ? "" : say(words, "phone.letters-left", { count: longest - length }));
    write(send, say(words, own ? "phone.send-again" : "phone.send"));
    send.hidden = !now.may;
    send.disabled = text.value.trim() === (own ?? "");
    const key = status === "sending" ? "phone.sending" : status === "late" ? "phone.late" : own ? "survey.words-kept" : "";
    write(fate, status?.refused ?? (key && (status === "kept" ? "✓ " : "") + say(words, key)));
    fate.className = status?.refused ? "phone-problem" : "phone-kept";
  }
  return { node, update };
}
