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

// Estimates in at most eight equal intervals between the lowest and the highest; far outliers share
// the last one, so that one slip of a digit does not flatten the rest.
const INTERVALS = 8;

export function estimate(counts, solution, language) {
  const values = counts.flatMap(({ value, count }) => Array(count).fill(value)).sort((a, b) => a - b);
  if (!values.length) return [];
  const from = values[0];
  const to = Math.max(quantile(values, 0.95), from);
  const step = (to - from) / Math.min(INTERVALS, new Set(values).size) || 1;
  const places = Math.max(1, Math.round((to - from) / step));
  const write = new Intl.NumberFormat(language, { maximumFractionDigits: step < 5 ? 1 : 0 });
  return Array.from({ length: places }, (_, place) => {
    const [low, high] = [from + place * step, from + (place + 1) * step];
    const last = place === places - 1;
    const inside = (value) => value >= low && (value < high || last);
    const end = last ? Math.max(high, values[values.length - 1]) : high;
    return {
      label: places === 1 && from === to ? write.format(from) : `${write.format(low)} – ${write.format(end)}`,
      count: values.filter(inside).length,
      right: solution?.solution !== undefined && solution.solution >= low && (solution.solution < high || (last && solution.solution <= end)),
    };
  });
}

export function quantile(sorted, share) {
  const at = (sorted.length - 1) * share;
  const [low, high] = [Math.floor(at), Math.ceil(at)];
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}
