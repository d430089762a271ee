import type { Detector, Match } from '../match.ts';

const BASE64 = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,65536}={0,2}/g;
const HEX = /(?<![A-Za-z0-9])(?:[2-7][0-9a-fA-F]|0[aAdD9]){20,4096}(?![A-Za-z0-9])/g;
const PRINTABLE = /^[\x20-\x7E\t\r\n]*$/;
/** Base64 of base64 is met in the wild (a Kubernetes Secret within a CI variable); a third layer is not. */
const DEPTH = 2;

/** Finds base64 and hexadecimal that decode to text in which the given detector finds something: the whole of it is the secret. */
export function createWrappedFinder(findPlain: Detector, depth: number = DEPTH): Detector {
  const findInside: Detector = depth > 1 ? (text) => [...findPlain(text), ...createWrappedFinder(findPlain, depth - 1)(text)] : findPlain;
  const look = (text: string, pattern: RegExp, decode: (found: string) => string): Match[] => {
    const matches: Match[] = [];
    for (const { 0: found, index } of text.matchAll(pattern)) {
      // Images, fonts and hashes decode to bytes that are no text: the first few tell.
      if (!PRINTABLE.test(decode(found.slice(0, 16)))) continue;
      const decoded = decode(found);
      if (!PRINTABLE.test(decoded)) continue;
      const [inner] = findInside(decoded);
      if (inner) matches.push({ kind: inner.kind, start: index, end: index + found.length });
    }
    return matches;
  };
  return (text) => [
    ...look(text, BASE64, (found) => Buffer.from(found, 'base64').toString('latin1')),
    ...look(text, HEX, (found) => Buffer.from(found, 'hex').toString('latin1')),
  ];
}
