// What a learner or group has in a place of the document; the newest, whoever wrote it.
import { make } from "../making.js";
import { say } from "../../words.js";

export function ownValue({ mine, state }, item, number) {
  return mine.answers.find((one) => one.turn === state.turn && one.item === item && one.number === number)?.value;
}

// Words of one's own that did not become the group's: kept before the eyes, to be copied.
export function refusedText(place, text, words) {
  if (!text.trim()) return;
  place.hidden = false;
  place.replaceChildren(make("span", {}, say(words, "document.not.taken")), make("q", {}, text.trim()));
}
