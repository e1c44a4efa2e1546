// In a group that answers as one, one member has the pen: whoever wrote first, until another takes
// it. mine, free or elsewhere; "each" where everybody answers alone.
import { make, write } from "./making.js";
import { say } from "../words.js";

export const PEN = "pen";

export function penOf(state, mine) {
  if (!state.together || !mine.group) return "each";
  const held = mine.answers.find((one) => one.item === PEN && one.turn === state.turn);
  if (!held) return "free";
  return held.own ? "mine" : "elsewhere";
}

// A line that says who writes, with a button to take the pen. `update` returns true where this
// phone may write.
export function penLine() {
  const text = make("span");
  const button = make("button", { type: "button", class: "phone-small" });
  const node = make("p", { class: "phone-pen", role: "status" }, text, button);
  let take = () => {};
  button.addEventListener("click", () => take());
  const update = ({ state, mine, connection, words }) => {
    const pen = penOf(state, mine);
    const isOpen = ["open", "paused"].includes(state.phase);
    node.hidden = pen === "each" || !isOpen;
    write(text, say(words, `phone.pen-${pen === "each" ? "free" : pen}`));
    write(button, pen === "elsewhere" ? say(words, "phone.pen-take") : "");
    take = () => connection.send(PEN, 0, true);
    return pen !== "elsewhere";
  };
  return { node, update };
}
