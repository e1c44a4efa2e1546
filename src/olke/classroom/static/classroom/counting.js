import { numberFormat } from "./words.js";

// Counts of a question's answers as bars, whatever kind of item it is; words are listed one by one.
// prefix: console.question or projector, whose words say true, false, right.
export function counted(show, say, prefix, language) {
  const { item, counts, solution } = show;
  if (!item) return { entries: [], given: [] };
  switch (item.kind) {
    case "statement":
      return { entries: statement(counts, solution, say, prefix), given: [] };
    case "choice":
      return { entries: choice(item, counts, solution, say, prefix), given: [] };
    case "ordering":
      return { entries: ordering(counts, say, prefix), given: [] };
    case "estimate":
      return { entries: estimate(counts ?? [], solution, language), given: [] };
    default:
      return { entries: [], given: (counts ?? []).map(({ id, value }) => ({ key: id, text: value })) };
  }
}

function statement(counts, solution, say, prefix) {
  return [true, false].map((value) => ({
    label: say(`${prefix}.${value}`),
    count: counts?.find((one) => one.value === value)?.count ?? 0,
    right: solution?.solution === value,
    mark: say(`${prefix}.right`),
  }));
}

function choice(item, counts, solution, say, prefix) {
  return item.options.map(({ number, letter, text }) => ({
    letter,
    label: text,
    count: counts?.find((one) => one.value === number)?.count ?? 0,
    right: solution?.solution?.includes(number) ?? false,
    mark: say(`${prefix}.right`),
  }));
}

function ordering(counts, say, prefix) {
  if (!counts) return [];
  const kinds = ["in.order", "not.in.order"];
  return [true, false].map((value, place) => ({
    label: say(`${prefix}.${kinds[place]}`),
    count: counts.find((one) => one.value === value)?.count ?? 0,
    right: value,
  }));
}

// Estimates in some eight intervals with round bounds; far outliers share the last one, so that one
// slip of a digit does not flatten the rest.
const INTERVALS = 7;
const FAR = 0.95;

export function estimate(counts, solution, language) {
  const values = counts.flatMap(({ value, count }) => Array(count).fill(value)).sort((a, b) => a - b);
  if (!values.length) return [];
  const step = roundStep((quantile(values, FAR) - values[0]) / INTERVALS);
  const from = Math.floor(values[0] / step) * step;
  const places = Math.max(1, Math.floor((quantile(values, FAR) - from) / step) + 1);
  const highest = values[values.length - 1];
  const format = numberFormat(language, step < 1 ? 2 : 0);
  return Array.from({ length: places }, (_, place) => {
    const low = from + place * step;
    const isLast = place === places - 1;
    const isIn = (value) => value >= low && (value < low + step || isLast);
    const open = isLast && highest >= low + step;
    return {
      label: open ? `${format.format(low)} – ${format.format(highest)}` : `${format.format(low)} – ${format.format(low + step)}`,
      count: values.filter(isIn).length,
      right: solution?.solution !== undefined && isIn(solution.solution) && solution.solution <= Math.max(highest, low + step),
    };
  });
}

// The next of 1, 2, 5, 10, 20, 50 …
function roundStep(least) {
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= least * 0.999);
}

export function quantile(sorted, share) {
  const at = (sorted.length - 1) * share;
  const [low, high] = [Math.floor(at), Math.ceil(at)];
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}
