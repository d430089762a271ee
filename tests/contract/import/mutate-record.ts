import type { DrawBelow } from '../create-draws.ts';

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
export function mutateRecord(line: string, random: DrawBelow): string {
  const kind = random(10);
  if (kind === 0) return line.slice(0, random(line.length));
  if (kind === 1) return line.slice(random(line.length));
  if (kind === 2) return flipBytes(line, random);
  if (kind === 3) return line + line.slice(random(line.length));
  if (kind === 4) return `${'['.repeat(random(3000))}${line}`;
  const record = JSON.parse(line) as Json;
  for (let times = 1 + random(3); times > 0; times -= 1) mutateValue(record, random);
  return JSON.stringify(record);
}

function flipBytes(line: string, random: DrawBelow): string {
  const bytes = Buffer.from(line);
  for (let times = 1 + random(4); times > 0; times -= 1) bytes[random(bytes.length)] = random(256);
  return bytes.toString('latin1').replaceAll(/[\n\r]/g, ' ');
}

/** Somewhere in it: a value of another kind, a key gone, a key that was not there, a list in disorder. */
function mutateValue(value: Json, random: DrawBelow): void {
  let at = value;
  for (;;) {
    if (typeof at !== 'object' || at === null) return;
    const keys = Object.keys(at);
    if (keys.length === 0) return;
    const key = keys[random(keys.length)] ?? '';
    const holder = at as Record<string, Json>;
    const inner = holder[key];
    if (typeof inner === 'object' && inner !== null && random(3) > 0) {
      at = inner;
      continue;
    }
    change(holder, key, random);
    return;
  }
}

function change(holder: Record<string, Json>, key: string, random: DrawBelow): void {
  const kind = random(4);
  if (kind === 0) Reflect.deleteProperty(holder, key);
  else if (kind === 1) holder[`${key}2`] = holder[key] ?? null;
  else if (kind === 2) holder[key] = [holder[key] ?? null];
  else holder[key] = structuredClone(ODD[random(ODD.length)] ?? null);
}
