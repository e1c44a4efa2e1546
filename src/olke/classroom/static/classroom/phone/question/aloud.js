// Answered aloud: a hand to raise where learners ask for the word, or else just time to think.
import { make, write } from "../making.js";
import { say } from "../../words.js";

export function aloud(item, { connection, words, state }) {
  const { hands } = state.show;
  const lead = make("p", { class: "phone-lead" });
  const button = make("button", { type: "button", class: "phone-main phone-hand" });
  const node = make("div", {}, lead, button);
  let up = false;
  button.addEventListener("click", () => connection.send(item.id, 0, !up));
  const update = ({ own, may, revealed }) => {
    up = Boolean(own?.value);
    write(lead, revealed ? "" : say(words, hands ? "question.volunteer" : "question.aloud"));
    write(button, hands && may ? say(words, up ? "question.hand-down" : "question.hand-raise") : "");
    button.setAttribute("aria-pressed", String(up));
  };
  return { node, update };
}
