// Choosing the evidence that a line rests on: a list of what lies before the learner, and under it
// what was chosen with its source.
import { make, write } from "../making.js";
import { say } from "../../words.js";

const LONGEST = 110;

export function picker(evidence, words, changed) {
  const select = make("select", { class: "document-pick" });
  select.append(make("option", { value: "" }, say(words, "document.no.evidence")));
  evidence.forEach(({ claim, sentence }, at) => {
    select.append(make("option", { value: claim, title: sentence }, `${at + 1}. ${short(sentence)}`));
  });
  const told = make("cite", { class: "document-cited" });
  const node = make("div", { class: "document-evidence" }, select, told);
  node.hidden = !evidence.length;
  const show = () => {
    const found = evidence.find((one) => one.claim === select.value);
    write(told, found ? found.citations.join("; ") : "");
  };
  select.addEventListener("change", () => {
    show();
    changed();
  });
  return {
    node,
    value: () => select.value,
    choose: (claim) => {
      select.value = evidence.some((one) => one.claim === claim) ? claim : "";
      show();
    },
    label: (text) => select.setAttribute("aria-label", text),
    lock: (locked) => {
      select.disabled = locked;
    },
  };
}

function short(text) {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\s+\S*$/, "")} …` : text;
}
