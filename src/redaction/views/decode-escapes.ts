import { viewReplacing, type DecodedView } from './text-view.ts';

// Backslash escapes of any depth (a JSON string within a JSON string), percent encoding, HTML entities.
const ESCAPE =
  /\\{1,16}(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[nrt"'`/])|%(?:25){0,4}[2-7][0-9A-Fa-f]|%0[AaDd]|&(?:amp|quot|apos|lt|gt|#\d{2,3}|#x[0-9A-Fa-f]{2});/g;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

function decodeEscape(found: string): string | undefined {
  if (found[0] === '%') return String.fromCharCode(Number.parseInt(found.slice(-2), 16));
  if (found[0] === '&') return decodeEntity(found.slice(1, -1));
  const escape = found.replace(/^\\+/, '');
  const code = /^[ux]([0-9A-Fa-f]+)$/.exec(escape);
  if (code?.[1] !== undefined) return String.fromCharCode(Number.parseInt(code[1], 16));
  return LETTERS[escape] ?? escape;
}

function decodeEntity(name: string): string | undefined {
  if (name.startsWith('#x')) return String.fromCharCode(Number.parseInt(name.slice(2), 16));
  return name.startsWith('#') ? String.fromCharCode(Number(name.slice(1))) : ENTITIES[name];
}

/** The text with its escapes decoded, or undefined where there are none. */
export const decodeEscapes = (text: string): DecodedView | undefined => viewReplacing(text, ESCAPE, decodeEscape);
