/** Git quotes paths with control characters or quotes in them, as C does. */
export function unquotePath(name: string): string {
  return name.length > 1 && name.startsWith('"') && name.endsWith('"') ? unquote(name.slice(1, -1)) : name;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v' };

function unquote(text: string): string {
  const bytes: Buffer[] = [];
  for (const [part] of text.matchAll(/\\[0-7]{3}|\\.|[^\\]+/gs)) {
    if (!part.startsWith('\\')) bytes.push(Buffer.from(part));
    else if (part.length === 4) bytes.push(Buffer.from([Number.parseInt(part.slice(1), 8)]));
    else bytes.push(Buffer.from(ESCAPES[part.charAt(1)] ?? part.charAt(1)));
  }
  return Buffer.concat(bytes).toString('utf8');
}
