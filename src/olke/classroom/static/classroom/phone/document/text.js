// One field of plain text under its heading.
import { make } from "../making.js";
import { say } from "../../words.js";
import { ownValue, refusedText } from "./own.js";

export function text({ heading, item, number }, { words }, saver) {
  const id = `document-${item}-${number}`;
  const area = make("textarea", { id, rows: 4, maxLength: 16000, placeholder: heading ? "" : say(words, "document.text") });
  const label = make("label", { htmlFor: id, class: heading ? "document-heading" : "for-ears" }, heading || say(words, "document.text"));
  const lost = make("p", { class: "document-lost", hidden: true });
  const node = make("section", { class: "document-field" }, label, area, lost);
  const value = () => area.value.trim();
  let begun = false;
  area.addEventListener("input", () => {
    grow(area);
    saver.later(item, number, value);
  });
  area.addEventListener("blur", () => saver.isDirty(item, number) && saver.now(item, number, value));

  const update = (now) => {
    const { may, words: said } = now;
    const theirs = ownValue(now, item, number) ?? "";
    area.readOnly = !may;
    if (!may && saver.isDirty(item, number)) {
      refusedText(lost, area.value, said);
      saver.drop(item, number);
    }
    if (!begun) {
      begun = true;
      const left = may ? saver.left(item, number) : undefined;
      area.value = left ?? theirs;
      if (left !== undefined && left !== theirs) saver.later(item, number, value);
    } else if (!saver.isDirty(item, number) && document.activeElement !== area) {
      if (area.value !== theirs) area.value = theirs;
    } else if (!may) area.value = theirs;
    saver.knows(item, number, theirs);
    grow(area);
  };
  return { node, update };
}

// As high as what stands in it.
export function grow(area) {
  area.style.height = "auto";
  if (area.scrollHeight) area.style.height = `${area.scrollHeight + 4}px`;
}
