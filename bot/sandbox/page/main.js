// The page: opens the phones and passes the news on to them.

import { look, act } from "./api.js";
import { make } from "./dom.js";
import { Keypad } from "./keypad.js";
import { listen } from "./news.js";
import { Phone } from "./phone.js";

const KEYPAD = "keypad";
const ROLES = { residents: ["Resident", "Ana"], staff: ["Staff member", "Sam"], [KEYPAD]: ["Keypad phone", "Rosa"] };
const NAMES = ["Noor", "Luis", "Mei", "Tariq", "Ines", "Jonas", "Amara", "Olga", "Rafael", "Yuki", "Leïla", "Tom"];
const REMEMBERED = "agora-sandbox-phones";

const phones = new Map();
const begin = await look("page");
if (!begin.places.length) begin.places = [["Town square", 48.1372, 11.5755]];

for (const bot of begin.bots) offerNewcomers(bot);
if (begin.keypads) offerNewcomers({ alias: KEYPAD });
for (const [bot, name] of remembered()) await openPhone(bot, name);
listen({ onNews: tell, onBack: catchUp, onLost: () => lost(true) });

function roleOf(alias) {
  return ROLES[alias] ?? [alias, "Kim"];
}

function remembered() {
  const first = begin.bots.map((bot) => [bot.alias, roleOf(bot.alias)[1]]);
  const known = new Set(begin.bots.map((bot) => bot.alias));
  if (begin.keypads) {
    known.add(KEYPAD);
    first.push([KEYPAD, roleOf(KEYPAD)[1]]);
  }
  const more = JSON.parse(sessionStorage.getItem(REMEMBERED) ?? "[]");
  return [...first, ...more.filter(([bot]) => known.has(bot))];
}

function remember() {
  const more = [...phones.values()].filter((phone) => phone.closable).map((phone) => [phone.bot?.alias ?? KEYPAD, phone.name]);
  sessionStorage.setItem(REMEMBERED, JSON.stringify(more));
}

async function openPhone(alias, name) {
  const key = `${alias} ${name}`;
  if (phones.has(key)) return phones.get(key).focus();
  if (alias === KEYPAD) return openKeypad(key, name);
  const bot = begin.bots.find((one) => one.alias === alias);
  const [role, first] = roleOf(alias);
  const phone = new Phone({ bot, name, role, begin, closable: name !== first, onClose: () => closePhone(key) });
  phones.set(key, phone);
  await act("person", { person: name });
  await phone.load();
  // Phones of one kind stand together.
  const others = document.querySelectorAll(`[data-bot="${alias}"]`);
  if (others.length) [...others].at(-1).after(phone.element);
  else document.getElementById("phones").append(phone.element);
  remember();
  return phone;
}

async function openKeypad(key, name) {
  const phone = new Keypad({ name, begin, closable: name !== roleOf(KEYPAD)[1], onClose: () => closePhone(key) });
  phones.set(key, phone);
  await phone.load();
  const others = document.querySelectorAll(".keypad");
  if (others.length) [...others].at(-1).after(phone.element);
  else document.getElementById("phones").append(phone.element);
  remember();
  return phone;
}

function closePhone(key) {
  phones.get(key).element.remove();
  phones.delete(key);
  remember();
}

function tell(news) {
  if (news.kind === "reset") return catchUp();
  for (const phone of phones.values()) phone.hear(news);
}

async function catchUp() {
  lost(false);
  for (const phone of phones.values()) {
    if (phone.bot) await act("person", { person: phone.name });
    await phone.load();
  }
}

function lost(is) {
  document.getElementById("lost").hidden = !is;
}

function offerNewcomers(bot) {
  const [role] = roleOf(bot.alias);
  const button = make("button", { type: "button", class: "quiet", onclick: () => askName(bot.alias, role) }, `+ ${role}`);
  document.getElementById("add").append(button);
}

function askName(alias, role) {
  const dialog = document.getElementById("newcomer");
  const field = document.getElementById("newcomer-name");
  const taken = new Set([...phones.values()].map((phone) => phone.name));
  document.getElementById("newcomer-title").textContent = `Open a phone: ${role.toLowerCase()}`;
  field.value = NAMES.find((name) => !taken.has(name)) ?? "";
  document.getElementById("newcomer-cancel").onclick = () => dialog.close("cancel");
  dialog.onclose = async () => {
    const name = field.value.trim();
    if (dialog.returnValue !== "open" || !name) return;
    const phone = await openPhone(alias, name);
    phone?.focus();
  };
  dialog.returnValue = "";
  dialog.showModal();
  field.select();
}
