// What the page asks of the sandbox.

export async function look(path, query = {}) {
  return settled(await fetch(`/sim/${path}?${new URLSearchParams(query)}`));
}

export async function act(name, body) {
  const headers = { "Content-Type": "application/json" };
  return settled(await fetch(`/sim/${name}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

export function fileAddress(bot, fileId) {
  return `/sim/file?${new URLSearchParams({ bot, file_id: fileId })}`;
}

export async function base64(file) {
  const address = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(new Error("the file can't be read"));
    reader.readAsDataURL(file);
  });
  return address.slice(address.indexOf(",") + 1);
}

async function settled(answer) {
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.error ?? answer.statusText);
  return found;
}
