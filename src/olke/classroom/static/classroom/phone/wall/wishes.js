// The wishes that came to this learner: a card to read, as if it had been handed over.
import { make, write } from "../making.js";
import { say } from "../../words.js";
import { keyed } from "../entries/keyed.js";

export function wishes() {
  const title = make("h2", { class: "entry-head" });
  const list = make("div", { class: "wall-wishes" });
  const none = make("p", { class: "phone-note", role: "status" });
  const node = make("section", { "aria-live": "polite" }, title, list, none);

  const show = ({ state, mine, words }) => {
    const { passed_on: passed, handed_out: handed, cards_each: writes } = state.show;
    node.hidden = !passed || (Boolean(writes) && !handed && state.phase !== "closed");
    if (node.hidden) return;
    const received = mine.wishes ?? [];
    write(title, received.length ? say(words, "wall.wish-for-you") : "");
    const numbered = received.map((text, number) => ({ text, number }));
    keyed(list, numbered, (one) => one.number, () => make("blockquote", { class: "wall-wish" }), (card, one) => write(card, one.text));
    write(none, received.length ? "" : say(words, handed ? "wall.wish-none" : "wall.wish-soon"));
  };
  return { node, show };
}
