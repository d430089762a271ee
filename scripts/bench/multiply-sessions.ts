/** Makes many sessions out of few, alike in shape and size: new ids, other days, and every third longer word another one, so that the vocabulary grows as well. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const CALL = /\b(toolu|msg|call|req|fc|rs|resp)_[0-9A-Za-z]{8,}/g;
const DAY = /\b(20[23]\d)-(\d\d)-(\d\d)T/g;
/** Between blanks only: never a key, a kind or an escape of JSON. */
const WORD = /(?<= )[a-z]{6,}(?= )/g;

const DAYS_APART = 37;

const turnHex = (text: string, by: number): string => text.replaceAll(/[0-9a-f]/g, (digit) => ((parseInt(digit, 16) + by) % 16).toString(16));
const turnWord = (text: string, by: number): string => text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + by) % 26) + 97));

function toCopy(text: string, copy: number): string {
  return text
    .replaceAll(UUID, (id) => turnHex(id, copy))
    .replaceAll(CALL, (id) => `${id}x${copy}`)
    .replaceAll(
      DAY,
      (_, year, month, day) => `${new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) - copy * DAYS_APART)).toISOString().slice(0, 10)}T`,
    )
    .replaceAll(WORD, (word) => ((word.charCodeAt(0) + word.charCodeAt(3) + copy) % 3 === 0 ? turnWord(word, copy) : word));
}

/** Writes `copies` of each file into `folder`, the first as it is. Returns how many bytes. */
export function multiplySessions(files: readonly string[], folder: string, copies: number): number {
  let bytes = 0;
  for (let copy = 0; copy < copies; copy += 1) {
    for (const [index, file] of files.entries()) {
      const text = readFileSync(file, 'utf8');
      const written = Buffer.from(copy === 0 ? text : toCopy(text, copy));
      // A folder each: the files of several may have one name.
      const into = join(folder, `${copy}-${index}`);
      mkdirSync(into, { recursive: true });
      writeFileSync(
        join(
          into,
          basename(file).replaceAll(UUID, (id) => turnHex(id, copy)),
        ),
        written,
      );
      bytes += written.length;
    }
  }
  return bytes;
}
