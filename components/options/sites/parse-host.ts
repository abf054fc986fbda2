/**
 * The host that a person has typed, in ASCII: `Müller.de`, `müller.de/login` and `https://müller.de:8443` all
 * give `xn--mller-kva.de`. `undefined` if it is not a web address. It does not check whether the host can
 * have a recipe.
 */
export function parseHost(typed: string): string | undefined {
  const text = typed.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, username, password, hostname } = new URL(address);
  // `name@example.com` is an e-mail address, not a site.
  if (!/^https?:$/.test(protocol) || username || password) return undefined;
  return hostname.replace(/\.$/, '');
}
