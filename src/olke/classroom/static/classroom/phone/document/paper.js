// A document to read: headings, lines, what each rests on; a line without evidence is marked.
import { make } from "../making.js";
import { groupName, sticker } from "../../stickers.js";
import { say } from "../../words.js";
import { showKey } from "./task.js";

export function paperHead({ group, stand }, words) {
  if (!group) return [];
  const side = stand ? [make("span", { class: "document-side" }, say(words, `document.${stand}`))] : [];
  return [sticker(words, group), make("b", {}, groupName(words, group)), ...side];
}

export function paperBody({ parts }, words, solutions = {}) {
  return parts.map(({ heading, lines, item }) => {
    const key = make("div", { class: "document-key", hidden: true });
    showKey(key, solutions[item], words);
    const title = heading ? [make("h3", {}, heading)] : [];
    return make("section", { class: "document-part" }, ...title, make("ul", {}, ...lines.map((line) => lineOf(line, words))), key);
  });
}

function lineOf({ text, where, evidence, unsupported, right }, words) {
  const node = make("li", { class: unsupported ? "is-unsupported" : "" });
  if (where) node.append(make("span", { class: "document-where" }, where));
  node.append(make("span", {}, text));
  if (typeof right === "boolean") node.append(make("em", { class: right ? "is-right" : "is-wrong" }, right ? `✓ ${say(words, "document.right")}` : say(words, "document.wrong")));
  if (unsupported) node.append(make("em", { class: "document-flag" }, say(words, "document.unsupported")));
  if (evidence) node.append(make("cite", { title: evidence.sentence }, evidence.citations.join("; ")));
  return node;
}
