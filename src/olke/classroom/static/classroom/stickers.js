// What groups are called and which colour they have. Colours repeat after the twelfth group; the
// number always stands beside.
import { say } from "./words.js";

const COLOURS = 12;

export function stickerOf(number) {
  return String(((number - 1) % COLOURS) + 1);
}

export function groupName(words, number) {
  const name = `groups.name.${number}`;
  return name in words ? words[name] : say(words, "groups.name", { number });
}

// A number on its colour; the name is for who does not see it.
export function sticker(words, number) {
  const badge = document.createElement("b");
  badge.className = "sticker";
  badge.textContent = number;
  badge.dataset.sticker = stickerOf(number);
  badge.setAttribute("role", "img");
  badge.setAttribute("aria-label", groupName(words, number));
  return badge;
}
