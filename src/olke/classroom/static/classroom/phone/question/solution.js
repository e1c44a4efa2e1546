// What is revealed: right or wrong, the answer, why, and what it rests on down to the sheet.
import { make, write, written } from "../making.js";
import { say } from "../../words.js";

export function solutionOf() {
  const verdict = make("p", { class: "phone-verdict" });
  const answer = make("div", { class: "phone-solution" });
  const explanation = make("p", { class: "phone-explanation" });
  const evidence = make("aside", { class: "phone-evidence" });
  const node = make("section", { hidden: true }, verdict, answer, explanation, evidence);
  let drawn = null;

  const show = ({ state, own, revealed, words, language }) => {
    const { solution } = state.show;
    node.hidden = !revealed || !solution;
    if (node.hidden) return;
    tellVerdict(own, words, language);
    if (drawn === solution) return;
    drawn = solution;
    answer.replaceChildren(make("span", {}, say(words, "question.answer")), answerOf(state.show));
    answer.hidden = !solution.answer;
    write(explanation, solution.explanation);
    const claims = solution.evidence ?? [];
    evidence.hidden = !claims.length;
    evidence.replaceChildren(make("h2", {}, say(words, "question.rests-on")), ...claims.map(claim));
  };

  function tellVerdict(own, words, language) {
    const { right, points } = own ?? {};
    const known = own && !own.late && typeof right === "boolean";
    verdict.className = `phone-verdict${known ? (right ? " phone-right" : " phone-wrong") : ""}`;
    if (!known) {
      write(verdict, own && !own.late ? say(words, "question.with-teacher") : "");
      return;
    }
    const earned = { count: points, points: written(points ?? 0, language) };
    const key = right ? "question.right" : points ? "question.partly" : "question.wrong";
    const mark = right ? "✓ " : points ? "" : "× ";
    const said = mark + say(words, key);
    write(verdict, points ? `${said} · ${say(words, "question.points", earned)}` : said);
  }

  return { node, show };
}

// An order is told as it is seen: one thing under another.
function answerOf({ item, solution }) {
  if (item.kind !== "ordering") return solution.answer;
  const texts = new Map(item.options.map(({ number, text }) => [number, text]));
  return make("ol", {}, ...solution.solution.map((number) => make("li", {}, texts.get(number))));
}

function claim({ sentence, citations }) {
  return make("p", {}, sentence, ...citations.map((one) => make("cite", {}, one)));
}
