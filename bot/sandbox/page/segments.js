// What a text costs while it is being written (3GPP TS 23.038); the sandbox itself counts what was sent.

const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const EXTENSION = new Set("\f^{}\\[~]|€");

export function cost(text) {
  const chars = [...text];
  const plain = chars.every((char) => BASIC.has(char) || EXTENSION.has(char));
  const sizes = chars.map((char) => (plain ? (EXTENSION.has(char) ? 2 : 1) : char.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, part] = plain ? [160, 153] : [70, 67];
  let segments = 1;
  if (units > alone) {
    let used = 0;
    for (const size of sizes) {
      if (used + size > part) {
        segments += 1;
        used = 0;
      }
      used += size;
    }
  }
  return { segments, encoding: plain ? "GSM-7" : "UCS-2", units };
}
