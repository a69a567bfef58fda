// The languages that a phone's apps can be set to.

import { make } from "./dom.js";

const LANGUAGES = [
  ["en", "English"], ["fr", "Français"], ["es", "Español"], ["ar", "العربية"], ["de", "Deutsch"], ["it", "Italiano"],
  ["nl", "Nederlands"], ["pl", "Polski"], ["pt", "Português"], ["ro", "Română"], ["ru", "Русский"], ["tr", "Türkçe"],
  ["uk", "Українська"], ["zh", "中文"],
];

export function offerLanguages(select, chosen) {
  const known = LANGUAGES.some(([code]) => code === chosen) ? LANGUAGES : [[chosen, chosen], ...LANGUAGES];
  select.replaceChildren(...known.map(([code, name]) => make("option", { value: code, selected: code === chosen }, name)));
}
