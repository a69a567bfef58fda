// A keypad phone: text messages with the town's number, what each costs, and a network that can be made worse.

import { act } from "./api.js";
import { make } from "./dom.js";
import { cost } from "./segments.js";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const LETTERS = { 2: "abc", 3: "def", 4: "ghi", 5: "jkl", 6: "mno", 7: "pqrs", 8: "tuv", 9: "wxyz", 0: "␣" };
const SWITCHES = [
  ["receipts", "Receipts"],
  ["doubling", "Doubling"],
  ["reordering", "Reordering"],
];

export class Keypad {
  constructor({ name, begin, closable, onClose }) {
    Object.assign(this, { name, closable, shown: new Set() });
    this.texts = make("ol", { class: "lcd-texts" });
    this.lcd = make("div", { class: "lcd-talk", tabindex: "0", role: "log", "aria-live": "polite", "aria-label": `Texts on ${name}'s keypad phone` }, this.texts);
    this.words = make("textarea", { class: "lcd-words", rows: "2", maxlength: "1000", dir: "auto", placeholder: "Write a text", "aria-label": `Text from ${name}`, oninput: () => this.count() });
    this.words.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey) return;
      event.preventDefault();
      this.send();
    });
    this.counter = make("span", { class: "lcd-count" });
    this.number = make("span", { class: "lcd-number" });
    this.element = make(
      "section",
      { class: "desk keypad", "aria-label": `${name}'s keypad phone, texts with ${begin.keypads.number}` },
      this.owner(onClose),
      make("div", { class: "handset" }, this.screen(begin.keypads.number), this.keys()),
      this.network(begin.keypads.faults),
    );
    this.count();
  }

  owner(onClose) {
    const close = make("button", { type: "button", class: "plain", "aria-label": "Close this phone", hidden: !this.closable, onclick: onClose }, "✕");
    return make("div", { class: "owner" }, make("h2", {}, make("span", {}, this.name), " ", make("small", {}, "any phone, by text message")), close);
  }

  screen(number) {
    const bar = make("div", { class: "lcd-bar" }, make("span", {}, `To ${number}`), this.number);
    const line = make("div", { class: "lcd-line" }, this.words, this.counter);
    return make("div", { class: "lcd" }, bar, this.lcd, line);
  }

  keys() {
    const clear = make("button", { type: "button", class: "key-soft", onclick: () => this.type(null), "aria-label": "Delete" }, "C");
    const send = make("button", { type: "button", class: "key-soft key-send", onclick: () => this.send() }, "Send");
    const digits = KEYS.map((key) =>
      make("button", { type: "button", class: "key-digit", onclick: () => this.type(key) }, key, make("small", { "aria-hidden": "true" }, LETTERS[key] ?? "")),
    );
    return make("div", { class: "key-pad" }, make("div", { class: "key-row" }, clear, send), make("div", { class: "key-grid" }, ...digits));
  }

  network(faults) {
    const change = (name, value) => act("sms/faults", { [name]: value });
    const switches = SWITCHES.map(([name, label]) =>
      make("label", {}, make("input", { type: "checkbox", checked: faults[name], onchange: (event) => change(name, event.target.checked) }), label),
    );
    const delay = make("select", { onchange: (event) => change("delay", Number(event.target.value)) }, ...options([[0, "none"], [2, "2 s"], [10, "10 s"], [30, "30 s"]], faults.delay));
    const loss = make("select", { onchange: (event) => change("loss", Number(event.target.value)) }, ...options([[0, "none"], [0.1, "1 in 10"], [0.5, "half"], [1, "all"]], faults.loss));
    return make("fieldset", { class: "network" }, make("legend", {}, "Network"), ...switches, make("label", {}, "Delay ", delay), make("label", {}, "Loss ", loss));
  }

  async load() {
    const phone = await act("sms/phone", { phone: this.name });
    this.number.textContent = phone.number;
    this.texts.replaceChildren();
    this.shown.clear();
    if (!phone.texts.length) this.texts.append(make("li", { class: "lcd-hint" }, "Say what is wrong and where. HELP, STOP and STATUS work at any time."));
    for (const text of phone.texts) this.put(text);
  }

  hear(news) {
    if (news.kind === "text" && news.phone === this.name) this.put(news.text);
  }

  put(text) {
    if (this.shown.has(text.id)) return;
    this.shown.add(text.id);
    this.texts.querySelector(".lcd-hint")?.remove();
    const time = new Date(text.at * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    const bill = `${text.segments} × ${text.encoding}, ${text.units}`;
    const state = text.state === "lost" ? "lost on the way" : time;
    this.texts.append(
      make("li", { class: `lcd-text ${text.mine ? "mine" : "theirs"} ${text.state}` }, make("p", { dir: "auto" }, text.text), make("small", {}, `${bill} · ${state}`)),
    );
    this.lcd.scrollTop = this.lcd.scrollHeight;
  }

  type(key) {
    this.words.value = key === null ? this.words.value.slice(0, -1) : this.words.value + key;
    this.count();
  }

  count() {
    const { segments, encoding, units } = cost(this.words.value);
    this.counter.textContent = this.words.value ? `${segments} × ${encoding}, ${units}` : "";
  }

  async send() {
    const text = this.words.value.trim();
    if (!text) return;
    this.words.value = "";
    this.count();
    await act("sms/say", { phone: this.name, text });
  }

  focus() {
    this.words.focus();
    this.element.scrollIntoView({ block: "nearest", inline: "center" });
  }
}

function options(choices, chosen) {
  return choices.map(([value, label]) => make("option", { value, selected: value === chosen }, label));
}
