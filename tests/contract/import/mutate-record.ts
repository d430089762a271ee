import type { SeededRandom } from './seeded-random.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const ODD: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\u202e',
  '__proto__',
  [],
  {},
  [[]],
  [null],
  { constructor: 1 },
  { toString: null },
];

/** A record as a bug, a crash or a newer version of an agent may leave it: still a line, whatever is in it. */
export function mutateRecord(line: string, random: SeededRandom): string {
  const kind = random.below(10);
  if (kind === 0) return line.slice(0, random.below(line.length));
  if (kind === 1) return line.slice(random.below(line.length));
  if (kind === 2) return flipBytes(line, random);
  if (kind === 3) return line + line.slice(random.below(line.length));
  if (kind === 4) return `${'['.repeat(random.below(3000))}${line}`;
  const record = JSON.parse(line) as Json;
  for (let times = 1 + random.below(3); times > 0; times -= 1) mutateValue(record, random);
  return JSON.stringify(record);
}

function flipBytes(line: string, random: SeededRandom): string {
  const bytes = Buffer.from(line);
  for (let times = 1 + random.below(4); times > 0; times -= 1) bytes[random.below(bytes.length)] = random.below(256);
  return bytes.toString('latin1').replaceAll(/[\n\r]/g, ' ');
}

/** Somewhere in it: a value of another kind, a key gone, a key that was not there, a list in disorder. */
function mutateValue(value: Json, random: SeededRandom): void {
  let at = value;
  for (;;) {
    if (typeof at !== 'object' || at === null) return;
    const keys = Object.keys(at);
    if (keys.length === 0) return;
    const key = keys[random.below(keys.length)] ?? '';
    const holder = at as Record<string, Json>;
    const inner = holder[key];
    if (typeof inner === 'object' && inner !== null && random.below(3) > 0) {
      at = inner;
      continue;
    }
    change(holder, key, random);
    return;
  }
}

function change(holder: Record<string, Json>, key: string, random: SeededRandom): void {
  const kind = random.below(4);
  if (kind === 0) Reflect.deleteProperty(holder, key);
  else if (kind === 1) holder[`${key}2`] = holder[key] ?? null;
  else if (kind === 2) holder[key] = [holder[key] ?? null];
  else holder[key] = structuredClone(ODD[random.below(ODD.length)] ?? null);
}
