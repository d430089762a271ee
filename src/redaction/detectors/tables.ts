/** Secrets in rows whose column says so: Markdown and psql tables, CSV, the rows of a COPY. */
import type { Detector, Match } from '../match.ts';
import { classifyName } from '../values/classify-name.ts';
import { isPlaceholder } from '../values/is-placeholder.ts';
import { isDrawn, isPassword } from '../values/judge-value.ts';
import { looksLikePiece, looksRandom } from '../values/looks-random.ts';
import { nextLineWith } from '../views/windows.ts';

const TELLING = /pass|pwd|secret|token|key|credential/i;
const NEXT_TELLING = new RegExp(TELLING.source, 'gi');
const COPY = /^COPY\s[^()]{1,200}\(([^()]{1,600})\) FROM stdin;$/i;
const RULE_LINE = /^[\s|+:=-]+$/;
const MOST_ROWS = 500;
const LONGEST_LINE = 4000;

interface Columns {
  readonly separator: string;
  readonly count: number;
  /** Whether it is a password or a key, by the index of each column that holds secrets. */
  readonly secretByIndex: ReadonlyMap<number, 'password' | 'key'>;
}

export const findTableSecrets: Detector = (text) => {
  const matches: Match[] = [];
  let columns: Columns | undefined;
  let rows = 0;
  let isCut = false;
  for (let start = 0; start < text.length;) {
    if (columns === undefined && !isCut) start = nextLineWith(text, NEXT_TELLING, start);
    if (start === text.length) break;
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = end - start > LONGEST_LINE ? '' : text.slice(start, end);
    const isRow = columns !== undefined && rows < MOST_ROWS && line.split(columns.separator).length === columns.count;
    if (columns && isRow) matches.push(...readRow(line, start, columns));
    const field = readField(line, start, columns !== undefined && isRow, isCut);
    if (field) matches.push(field);
    isCut = field !== undefined;
    if (isRow || RULE_LINE.test(line)) rows += 1;
    else {
      columns = toColumns(line);
      rows = 0;
    }
    start = end + 1;
  }
  return matches;
};

function toColumns(line: string): Columns | undefined {
  if (!TELLING.test(line)) return undefined;
  const copied = COPY.exec(line)?.[1];
  if (copied !== undefined) return toSecretColumns(copied.split(','), '\t');
  const separator = ['|', '\t', ','].find((sign) => line.includes(sign));
  return separator === undefined ? undefined : toSecretColumns(line.split(separator), separator);
}

function toSecretColumns(cells: readonly string[], separator: string): Columns | undefined {
  const names = cells.map((cell) => cell.trim().replaceAll(/^["'`*]+|["'`*]+$/g, ''));
  if (!names.every((name, index) => /^[A-Za-z_][\w -]{0,40}$/.test(name) || (name === '' && separator === '|' && (index === 0 || index === names.length - 1))))
    return undefined;
  if (names.some((name) => looksRandom(name))) return undefined;
  const secretByIndex = new Map<number, 'password' | 'key'>();
  names.forEach((name, index) => {
    const nameClass = classifyName(name);
    if (nameClass === 'password' || nameClass === 'key') secretByIndex.set(index, nameClass);
  });
  return secretByIndex.size === 0 ? undefined : { separator, count: cells.length, secretByIndex };
}

const FIELD = /^[\s|]{0,8}([A-Za-z_][\w -]{1,40}?)?[ \t]{0,40}\|[ \t]{1,8}["'`]?([^\s|"'`]{6,2000})["'`]?[\s|]{0,80}$/;

/** A table stood on its side, `token | …` as psql prints with \\x, and the next line of a value too wide for its cell. */
function readField(line: string, start: number, isRow: boolean, isCut: boolean): Match | undefined {
  if (!line.includes('|') || isRow) return undefined;
  const [whole, name = '', value = ''] = FIELD.exec(line) ?? [];
  if (whole === undefined || isPlaceholder(value)) return undefined;
  const nameClass = name === '' ? undefined : classifyName(name);
  const isSecret = nameClass === 'password' ? isPassword(value, true) : nameClass === 'key' ? isDrawn(value) : name === '' && isCut && looksLikePiece(value);
  const from = start + line.lastIndexOf(value);
  return isSecret ? { kind: nameClass === 'password' ? 'password' : 'secret', start: from, end: from + value.length } : undefined;
}

function readRow(line: string, start: number, { separator, secretByIndex }: Columns): Match[] {
  let at = start;
  return line.split(separator).flatMap((cell, index) => {
    const value = cell.trim().replaceAll(/^["'`]|["'`]$/g, '');
    const from = at + cell.indexOf(value);
    at += cell.length + separator.length;
    const nameClass = secretByIndex.get(index);
    if (nameClass === undefined || value === '' || isPlaceholder(value)) return [];
    const isSecret = nameClass === 'password' ? !/\s/.test(value) && isPassword(value, true) : isDrawn(value);
    return isSecret ? [{ kind: nameClass === 'password' ? 'password' : 'secret', start: from, end: from + value.length }] : [];
  });
}
