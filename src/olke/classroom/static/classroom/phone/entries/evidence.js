// What something rests on: sentences with their sources, down to the sheet.
import { make } from "../making.js";
import { say } from "../../words.js";

export function evidenceBox(claims, words) {
  return make("aside", { class: "phone-evidence" }, make("h2", {}, say(words, "entry.evidence")), ...claims.map(claimLine));
}

export function claimLine({ sentence, citations }) {
  return make("p", {}, sentence, ...citations.map((one) => make("cite", {}, one)));
}
