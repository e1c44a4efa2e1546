// What this learner wrote: questions and cards, by number, as the phone and the server know them.
export const ENTRY = "entry";
export const VOTES = "votes";

export function textOf(value) {
  return (typeof value === "object" && value !== null ? value.text : value) ?? "";
}

// Entries of the turn that were not taken back, in their order.
export function ownEntries({ state, mine }) {
  return mine.answers
    .filter((one) => one.item === ENTRY && one.turn === state.turn && textOf(one.value))
    .sort((a, b) => a.number - b.number);
}

// Numbers of all entries of this learner or group, of the steps before, too.
export function ownIds({ mine }) {
  return new Set(mine.answers.filter((one) => one.item === ENTRY && one.id).map((one) => one.id));
}

// The first number that holds nothing; -1 where no more may be sent.
export function freeNumber(own, most) {
  const taken = new Set(own.map((one) => one.number));
  for (let number = 0; number < most; number += 1) if (!taken.has(number)) return number;
  return -1;
}
