// Words with what belongs in them. A word that follows a number has a form for each plural category.
const rules = new Map();

export function say(words, key, values = {}, language = document.documentElement.lang) {
  let text = words[key] ?? key;
  if (typeof text === "object") text = text[category(language, values.count)] ?? text.other;
  return text.replace(/%\((\w+)\)[sd]/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

function category(language, count) {
  if (!rules.has(language)) rules.set(language, new Intl.PluralRules(language));
  return rules.get(language).select(Number(count));
}

// Chromium says that it knows Kazakh and writes its numbers the English way; Russian writes them as
// Kazakh does (CLDR: a space between thousands, a comma before the fraction).
const WRITTEN_LIKE = { kk: "ru" };

export function numberFormat(language, fraction = 1) {
  return new Intl.NumberFormat(WRITTEN_LIKE[language] ?? language, { maximumFractionDigits: fraction });
}
