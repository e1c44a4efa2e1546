// The words that the class sent, the more often the larger.
import { make, write } from "../making.js";
import { say } from "../../words.js";
import { keyed } from "../entries/keyed.js";

export function wordList() {
  const title = make("h2", { class: "entry-head" });
  const list = make("ul", { class: "wall-words" });
  const node = make("section", {}, title, list);

  const show = ({ state, words, language }) => {
    const entries = Object.entries(state.show.words ?? {}).map(([key, one]) => ({ key, ...one }));
    node.hidden = !entries.length;
    entries.sort((a, b) => a.text.localeCompare(b.text, language));
    const most = Math.max(1, ...entries.map((one) => one.count));
    write(title, say(words, "wall.words"));
    keyed(list, entries, (one) => one.key, () => make("li", {}, make("span"), make("small")), (item, one) => {
      write(item.firstChild, one.text);
      write(item.lastChild, one.count > 1 ? `× ${one.count}` : "");
      item.style.setProperty("--size", 1 + 0.9 * Math.sqrt((one.count - 1) / Math.max(most - 1, 1)));
    });
  };
  return { node, show };
}
