import type { Detector, Match } from '../match.ts';

const BEGIN = /-----BEGIN ?([A-Z0-9 ]{0,40})PRIVATE KEY(?: BLOCK)?-----|---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----|^PuTTY-User-Key-File-\d:/gm;
const END = /-----END ?[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|---- END SSH2 ENCRYPTED PRIVATE KEY ----|^Private-MAC: \S+/gm;
/** The longest honest key (an RSA key of 16,384 bits) has about 13,000 characters; line numbers and indentation may stand before each line. */
const LONGEST_KEY = 24_000;
/** A line of a key cut before its end: base64 with whatever a diff, a pager or a quote puts before it. */
const KEY_LINE =
  /^[^A-Za-z0-9+/=\n]{0,24}(?:\d{1,5}[^A-Za-z0-9+/=\n]{1,6})?(?:[A-Za-z0-9+/=]{16,}|[A-Za-z0-9+/]{1,15}={0,2}|[A-Z][A-Za-z-]{2,20}: ?.{0,100})?["'\\,]{0,4}\s{0,4}$/;
const OPENSSH_BODY = /b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/=\s]{100,8000}/g;

/** Finds PEM, OpenSSH, PGP and PuTTY private keys, whole or cut. Public keys and certificates stay. */
export const findPrivateKeys: Detector = (text) => {
  const matches: Match[] = [];
  if (text.includes('b3BlbnNzaC1rZXktdjE'))
    for (const found of text.matchAll(OPENSSH_BODY)) matches.push({ kind: 'private-key', start: found.index, end: found.index + found[0].trimEnd().length });
  if (!/PRIVATE KEY|PuTTY-User/.test(text)) return matches;
  const ends = [...text.matchAll(END)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
  let nextEnd = 0;
  let done = 0;
  for (const begin of text.matchAll(BEGIN)) {
    if (begin.index < done) continue;
    const bodyStart = begin.index + begin[0].length;
    while ((ends[nextEnd]?.start ?? Infinity) < bodyStart) nextEnd += 1;
    const close = ends[nextEnd];
    const isWhole = close !== undefined && close.start - bodyStart <= LONGEST_KEY;
    done = isWhole ? close.end : cutKeyEnd(text, bodyStart);
    const body = text.slice(bodyStart, isWhole ? close.start : done);
    // A heading in a guide, a pattern in a scanner or a check for the heading holds no key.
    if (/[A-Za-z0-9+/]{16}/.test(body)) matches.push({ kind: begin[1]?.startsWith('PGP') ? 'pgp-key' : 'private-key', start: begin.index, end: done });
    else done = bodyStart;
  }
  const closed = new Set(matches.map((match) => match.end));
  for (const { start, end } of ends) {
    if (closed.has(end)) continue;
    const from = cutKeyStart(text, start);
    if (from < start) matches.push({ kind: 'private-key', start: from, end });
  }
  return matches;
};

function cutKeyEnd(text: string, bodyStart: number): number {
  let end = bodyStart;
  const limit = Math.min(text.length, bodyStart + LONGEST_KEY);
  for (let lineStart = text.indexOf('\n', bodyStart) + 1; lineStart > 0 && lineStart < limit;) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline === -1 ? text.length : newline;
    if (lineEnd - lineStart > 400 || !KEY_LINE.test(text.slice(lineStart, lineEnd))) break;
    end = lineEnd;
    lineStart = newline + 1;
  }
  return end;
}

/** A line that only the body of a key has; the last one of a body may hold a few characters. */
const BODY_LINE = /^[^A-Za-z0-9+/=\n]{0,12}([A-Za-z0-9+/]{1,80}={0,2})["'\\,]{0,4}\s{0,4}$/;

/** Where the body of a key begins whose heading is not in the text. */
function cutKeyStart(text: string, endMark: number): number {
  let start = endMark;
  const limit = Math.max(0, endMark - LONGEST_KEY);
  for (let lineEnd = text.lastIndexOf('\n', endMark - 1); lineEnd > limit;) {
    const lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1;
    const body = lineEnd - lineStart > 120 ? undefined : BODY_LINE.exec(text.slice(lineStart, lineEnd))?.[1];
    if (body === undefined || (body.length < 32 && start !== endMark)) break;
    start = lineStart;
    lineEnd = lineStart - 1;
  }
  return /[A-Za-z0-9+/]{32}/.test(text.slice(start, endMark)) ? start : endMark;
}
