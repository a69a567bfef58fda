// The lower part of a phone: typing, attaching, commands, keyboards, first words.

import { make } from "./dom.js";
import { attachPanel, commandPanel, messagePanel } from "./panels.js";

export class Composer {
  constructor(phone) {
    Object.assign(this, { phone, parts: phone.parts, about: null, opener: null });
    const { composer, words, attach, menu } = this.parts;
    composer.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    words.addEventListener("input", () => this.grow());
    words.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send();
    });
    attach.addEventListener("click", () => this.toggle(attach, "Attach", () => this.attachments()));
    menu.addEventListener("click", () => this.toggle(menu, "Commands", () => commandPanel(phone.chat.commands, (text) => this.say(text))));
    this.parts["mode-end"].addEventListener("click", () => this.mode(null));
    phone.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.escape();
    });
  }

  async send() {
    const text = this.parts.words.value.trim();
    if (!text) return;
    const mode = this.about;
    this.parts.words.value = "";
    this.grow();
    this.mode(null);
    const edits = mode?.kind === "edit";
    const sent = edits
      ? await this.phone.do("edit", { message_id: mode.message.message_id, text })
      : await this.phone.do("say", { text, ...(mode ? { reply_to: mode.message.message_id } : {}) });
    if (!sent) this.parts.words.value = text;
    this.grow();
  }

  say(text) {
    this.close();
    this.phone.do("say", { text });
    this.phone.focus();
  }

  attachments() {
    const { pictures, places } = this.phone.begin;
    return attachPanel({
      pictures, places,
      send: (what, fields) => {
        const caption = this.parts.words.value.trim();
        const captioned = caption && ["photo", "album"].includes(what) ? { caption } : {};
        if (captioned.caption) this.parts.words.value = "";
        this.grow();
        this.close();
        this.phone.do(what, { ...fields, ...captioned });
      },
    });
  }

  messageMenu(message, button) {
    this.toggle(button, "Message", () => messagePanel(message, {
      reply: () => this.mode({ kind: "reply", message }),
      edit: () => this.mode({ kind: "edit", message }),
      react: (emoji) => {
        this.close();
        this.phone.do("react", { message_id: message.message_id, emoji });
      },
    }));
  }

  mode(about) {
    this.close();
    this.about = about;
    this.parts.mode.hidden = !about;
    if (!about) return;
    const text = about.message.text ?? about.message.caption ?? about.message.content;
    this.parts["mode-title"].textContent = about.kind === "edit" ? "Edit" : `Reply to ${about.message.from.first_name}`;
    this.parts["mode-text"].textContent = text;
    if (about.kind === "edit") this.parts.words.value = text;
    this.grow();
    this.parts.words.focus();
  }

  toggle(button, title, fill) {
    const again = this.opener === button;
    this.close();
    if (again) return;
    const { panel } = this.parts;
    this.opener = button;
    button.setAttribute("aria-expanded", "true");
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", title);
    panel.replaceChildren(...fill());
    panel.hidden = false;
    this.offers();
    panel.querySelector("button, input")?.focus({ preventScroll: true });
  }

  close() {
    this.opener?.setAttribute("aria-expanded", "false");
    this.opener = null;
    this.parts.panel.hidden = true;
    this.parts.panel.replaceChildren();
    this.offers();
  }

  escape() {
    const { opener } = this;
    if (!opener) return this.mode(null);
    this.close();
    opener.focus();
  }

  grow() {
    const { words, send } = this.parts;
    words.style.height = "auto";
    words.style.height = `${Math.min(words.scrollHeight, 120)}px`;
    send.disabled = !words.value.trim();
  }

  refresh() {
    const { chat } = this.phone;
    const empty = this.phone.messages.size === 0;
    const silent = chat.blocked || (empty && !chat.started);
    this.parts.welcome.hidden = !empty;
    this.parts.composer.hidden = silent;
    this.parts.begin.hidden = !silent;
    this.parts.begin.textContent = chat.blocked ? "Restart the bot" : "Start";
    this.parts.menu.hidden = !chat.commands?.length;
    this.offers();
  }

  offers() {
    const { begin, bot, messages, chat } = this.phone;
    // Nothing to offer once the person has found words of their own, or while something else is open.
    const spoke = [...messages.values()].some((message) => !message.by_bot && message.text !== "/start");
    const notice = begin.notices[bot.alias];
    const chips = (begin.suggestions[bot.alias] ?? []).map((text) => this.chip(text, "chip"));
    if (notice) chips.unshift(this.chip(notice, "chip notice", "Send this code: "));
    const offered = spoke || chat.blocked || this.opener ? [] : chips;
    this.parts.offers.replaceChildren(...offered);
    this.parts.offers.hidden = !offered.length;
  }

  chip(text, kind, before = "") {
    return make("button", { type: "button", class: kind, dir: "auto", onclick: () => this.say(text) }, before, before ? make("code", {}, text) : text);
  }

  letters() {
    const rows = this.phone.chat.keyboard?.keyboard ?? [];
    this.parts.letters.replaceChildren(...rows.map((row) => make("div", { class: "row" }, ...row.map((key) => this.letter(key)))));
    this.parts.letters.hidden = !rows.length;
    this.phone.toEnd();
  }

  letter(key) {
    const press = () => {
      if (key.request_location) this.toggle(this.parts.attach, "Attach", () => this.attachments());
      else if (key.request_contact) this.phone.do("contact", { phone: "+15550100" });
      else this.phone.do("say", { text: key.text });
    };
    return make("button", { type: "button", class: "letter", dir: "auto", onclick: press }, key.text);
  }
}
