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
