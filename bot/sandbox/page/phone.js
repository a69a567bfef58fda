// One phone: a person's chat with one bot.

import { act, look } from "./api.js";
import { bubble, day } from "./bubble.js";
import { make } from "./dom.js";
import { Composer } from "./composer.js";
import { offerLanguages } from "./languages.js";

const TYPING_MS = 5000;
const TOAST_MS = 4000;

export class Phone {
  constructor({ bot, name, role, begin, closable, onClose }) {
    Object.assign(this, { bot, name, begin, closable, listening: null, messages: new Map(), chat: {} });
    this.element = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.parts = Object.fromEntries([...this.element.querySelectorAll("[data-of]")].map((part) => [part.dataset.of, part]));
    this.element.dataset.bot = bot.alias;
    this.element.setAttribute("aria-label", `${name}'s phone, chat with ${bot.title}`);
    this.introduce(role);
    this.composer = new Composer(this);
    this.parts.language.addEventListener("change", () => this.do("person", { language: this.parts.language.value }));
    this.parts.block.addEventListener("click", () => this.do(this.chat.blocked ? "unblock" : "block"));
    this.parts.begin.addEventListener("click", () => this.do("start"));
    this.parts.close.addEventListener("click", onClose);
    this.parts.close.hidden = !closable;
    this.tick();
  }

  introduce(role) {
    const { parts, bot } = this;
    parts.name.textContent = this.name;
    parts.role.textContent = role;
    parts.title.textContent = parts["welcome-title"].textContent = bot.title;
    parts.avatar.textContent = parts.face.textContent = bot.title.split(" ").map((word) => word[0]).join("").slice(0, 2);
    parts.talk.setAttribute("aria-label", `Messages between ${this.name} and ${bot.title}`);
    parts.words.setAttribute("aria-label", `Message from ${this.name}`);
  }

  focus() {
    (this.parts.begin.hidden ? this.parts.words : this.parts.begin).focus();
    this.element.scrollIntoView({ block: "nearest", inline: "center" });
  }

  async load() {
    this.chat = await look("chat", { bot: this.bot.alias, person: this.name });
    this.messages = new Map(this.chat.messages.map((message) => [message.message_id, message]));
    this.redraw();
  }

  async do(what, more = {}) {
    const about = what === "person" ? {} : { bot: this.bot.alias };
    try {
      return await act(what, { person: this.name, ...about, ...more });
    } catch (error) {
      this.toast(error.message);
      return null;
    }
  }

  hear(news) {
    if (news.kind === "pulse") this.presence(news.listening[this.bot.alias]);
    else if (news.kind === "commands" && news.bot === this.bot.alias) this.reloadMenu();
    else if (news.kind === "person" && news.person === this.name) this.reloadMenu(news.language);
    else if (news.bot === this.bot.alias && news.person === this.name) this.hearOwn(news);
  }

  hearOwn(news) {
    switch (news.kind) {
      case "message":
        this.put(news.message);
        break;
      case "deleted":
        this.messages.delete(news.message_id);
        this.redraw();
        break;
      case "keyboard":
        this.chat.keyboard = news.keyboard;
        this.composer.letters();
        break;
      case "blocked":
        this.chat.blocked = news.blocked;
        this.redraw();
        break;
      case "action":
        this.typing();
        break;
      case "answer":
        this.answered(news);
        break;
    }
  }

  async reloadMenu(language) {
    if (language) this.chat.language = language;
    this.chat.commands = (await look("chat", { bot: this.bot.alias, person: this.name })).commands;
    this.composer.refresh();
    offerLanguages(this.parts.language, this.chat.language);
  }

  put(message) {
    const old = this.parts.messages.querySelector(`[data-id="${message.message_id}"]`);
    this.messages.set(message.message_id, message);
    if (old) {
      old.replaceWith(this.bubble(message));
      return;
    }
    if (message.by_bot) this.typingUntil = 0;
    else this.chat.started = true;
    this.append(message, true);
    this.presence(this.listening);
    this.composer.refresh();
    this.toEnd();
  }

  redraw() {
    this.parts.messages.replaceChildren();
    for (const message of this.messages.values()) this.append(message);
    offerLanguages(this.parts.language, this.chat.language);
    this.parts.block.textContent = this.chat.blocked ? "Unblock" : "Block";
    this.parts.block.setAttribute("aria-pressed", String(this.chat.blocked));
    this.composer.refresh();
    this.composer.letters();
    this.presence(this.listening);
    this.toEnd();
  }

  append(message, fresh = false) {
    const list = this.parts.messages;
    const today = day(message.date);
    if (list.dataset.day !== today || !list.childElementCount) list.append(make("li", { class: "day" }, today));
    list.dataset.day = today;
    const element = this.bubble(message);
    if (fresh) element.classList.add("fresh");
    const group = message.media_group_id;
    const last = list.lastElementChild;
    if (group && last?.dataset.group === group) last.firstElementChild.append(element);
    else if (group) list.append(make("li", { class: `album ${message.by_bot ? "theirs" : "mine"}`, "data-group": group }, make("ol", {}, element)));
    else list.append(element);
  }

  bubble(message) {
    return bubble(message, this.bot.alias, this.begin.places, {
      tap: (id, data, key) => this.tap(id, data, key),
      say: (text) => this.do("say", { text }),
      vote: (id, options) => this.do("vote", { message_id: id, options }),
      menu: (about, button) => this.composer.messageMenu(about, button),
    });
  }

  async tap(id, data, key) {
    key.classList.add("waiting");
    setTimeout(() => key.classList.remove("waiting"), 8000);
    const done = await this.do("tap", { message_id: id, data });
    if (!done) key.classList.remove("waiting");
  }

  answered({ text, alert }) {
    for (const key of this.element.querySelectorAll(".key.waiting")) key.classList.remove("waiting");
    if (text) this.toast(text, alert ? 3 * TOAST_MS : TOAST_MS);
  }

  presence(listening) {
    this.listening = listening;
    const typing = (this.typingUntil ?? 0) > Date.now();
    const state = typing ? "typing" : listening === false ? "away" : "online";
    const words = { typing: "typing…", away: "the bot is not answering yet", online: "bot · online" };
    this.parts.presence.textContent = listening === null ? "bot" : words[state];
    this.parts.presence.dataset.state = state;
    const last = [...this.messages.values()].at(-1);
    this.parts.pending.hidden = state !== "away" || !last || last.by_bot;
  }

  typing() {
    this.typingUntil = Date.now() + TYPING_MS;
    this.presence(this.listening);
    setTimeout(() => this.presence(this.listening), TYPING_MS + 50);
  }

  toast(text, ms = TOAST_MS) {
    this.parts.toast.textContent = text;
    this.parts.toast.hidden = false;
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => { this.parts.toast.hidden = true; }, ms);
  }

  tick() {
    this.parts.clock.textContent = new Date().toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    setTimeout(() => this.tick(), 10_000);
  }

  toEnd() {
    requestAnimationFrame(() => this.parts.talk.scrollTo({ top: this.parts.talk.scrollHeight }));
  }
}
