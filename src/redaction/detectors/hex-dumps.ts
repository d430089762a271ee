/** Dumps of bytes (xxd, hexdump -C, od): their lines are put together and looked through as the text they stand for. */
import type { Detector, Match } from '../match.ts';

/** An offset, 1 to 16 bytes in groups, and mostly the characters beside them. */
const DUMP_LINE = /^([0-9a-fA-F]{4,16}:?[ \t]{1,4})((?:[0-9a-fA-F]{2}){1,4}(?:[ \t]{1,3}(?:[0-9a-fA-F]{2}){1,4}){0,15})(?:[ \t]{1,60}\|?(.{0,17}))?$/;

interface Byte {
  readonly start: number;
  readonly line: number;
  /** Place of its character in the column of text; undefined where there is none. */
  readonly shown: number | undefined;
}

export function createHexDumpFinder(findPlain: Detector): Detector {
  return (text) => {
    const matches: Match[] = [];
    let bytes: Byte[] = [];
    let decoded = '';
    let line = 0;
    const flush = () => {
      if (decoded.length >= 8) for (const { kind, start, end } of findPlain(decoded)) matches.push(...toLines(bytes.slice(start, end), kind));
      bytes = [];
      decoded = '';
    };
    for (let start = 0; start < text.length;) {
      const newline = text.indexOf('\n', start);
      const end = newline === -1 ? text.length : newline;
      const found = end - start <= 160 ? DUMP_LINE.exec(text.slice(start, end)) : null;
      if (found) {
        const [, lead = '', hex = '', shown] = found;
        const shownAt = shown === undefined ? undefined : start + found[0].length - shown.length;
        let count = 0;
        for (const { 0: pair, index } of hex.matchAll(/[0-9a-fA-F]{2}/g)) {
          decoded += String.fromCharCode(Number.parseInt(pair, 16));
          bytes.push({ start: start + lead.length + index, line, shown: shownAt === undefined || count >= (shown?.length ?? 0) ? undefined : shownAt + count });
          count += 1;
        }
      } else flush();
      line += 1;
      start = end + 1;
    }
    flush();
    return matches;
  };
}

/** Of each line the bytes and the characters beside them. */
function toLines(bytes: readonly Byte[], kind: string): Match[] {
  return [...Map.groupBy(bytes, (byte) => byte.line).values()].flatMap((row) => {
    const shown = row.flatMap((byte) => byte.shown ?? []);
    const first = row[0]?.start ?? 0;
    const text = shown.length === 0 ? [] : [{ kind, start: shown[0] ?? 0, end: (shown.at(-1) ?? 0) + 1 }];
    return [{ kind, start: first, end: (row.at(-1)?.start ?? first) + 2 }, ...text];
  });
}
