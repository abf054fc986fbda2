/** A host as people write it: `müller.de` for `xn--mller-kva.de`. Invalid punycode stays as it is. */
export function unicodeHost(host: string): string {
  if (!host.includes('xn--')) return host;
  const written = host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? decodePunycode(label.slice(4)) : label))
    .join('.');
  const address = `https://${written}`;
  return URL.canParse(address) && new URL(address).hostname === host ? written : host;
}

/** The decoder of RFC 3492, section 6.2, with its constants. Invalid punycode gives some other text. */
function decodePunycode(text: string): string {
  const split = text.lastIndexOf('-');
  const output = [...text.slice(0, Math.max(split, 0))];
  let [code, bias, index, at] = [128, 72, 0, split + 1];
  while (at < text.length) {
    const before = index;
    for (let [weight, k] = [1, 36]; ; k += 36) {
      const digit = Number.parseInt(text[at++] ?? '', 36);
      if (Number.isNaN(digit)) return text;
      const value = digit < 10 ? digit + 26 : digit - 10;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      index += value * weight;
      if (value < threshold) break;
      weight *= 36 - threshold;
    }
    bias = adapt(index - before, output.length + 1, before === 0);
    code += Math.floor(index / (output.length + 1));
    index %= output.length + 1;
    if (code > 0x10ffff) return text;
    output.splice(index++, 0, String.fromCodePoint(code));
  }
  return output.join('');
}

function adapt(delta: number, length: number, first: boolean): number {
  let left = Math.floor(delta / (first ? 700 : 2));
  left += Math.floor(left / length);
  let k = 0;
  for (; left > 455; k += 36) left = Math.floor(left / 35);
  return k + Math.floor((36 * left) / (left + 38));
}
