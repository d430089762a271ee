import { EVENT_FIELDS, type FieldRule, type FieldTable } from './content-fields.ts';

export type TextClass = 'content' | 'key' | 'line';

/** Where a text stands: texts of one stream follow each other, so a secret may be cut between them. */
export interface TextPlace {
  readonly kind: TextClass;
  readonly stream: string;
}

export type MapText = (text: string, place: TextPlace) => string;

/** A copy of the value with every text that a table calls content mapped. Called twice with the same value, it visits the same texts in the same order. */
export function mapFields<T>(value: T, rule: FieldRule, map: MapText, stream = ''): T {
  return mapAny(value, rule, map, stream) as T;
}

function mapAny(value: unknown, rule: FieldRule, map: MapText, stream: string): unknown {
  if (value === null || value === undefined || rule === 'whole') return value;
  if (rule === 'lines') return mapLines(value as readonly string[], map, stream);
  if (Array.isArray(value)) return value.map((item) => mapAny(item, rule, map, stream));
  if (typeof value === 'string') return rule === 'content' || rule === 'key' ? map(value, { kind: rule, stream }) : value;
  if (rule === 'event') return mapEvent(value as Readonly<Record<string, unknown>>, map);
  return typeof rule === 'object' ? mapTable(value as Readonly<Record<string, unknown>>, rule, map, stream) : value;
}

function mapTable(value: Readonly<Record<string, unknown>>, table: FieldTable, map: MapText, stream: string): unknown {
  return Object.fromEntries(Object.entries(value).map(([field, own]) => [field, mapAny(own, table[field] ?? 'content', map, `${stream}.${field}`)]));
}

function mapEvent(event: Readonly<Record<string, unknown>>, map: MapText): unknown {
  const kind = event['kind'] as keyof typeof EVENT_FIELDS;
  return mapTable(event, EVENT_FIELDS[kind], map, `${String(event['thread'])}.${kind}`);
}

/** A secret may run over lines of the same side, with the other side's lines between them: each side is a stream of its own. */
function mapLines(lines: readonly string[], map: MapText, stream: string): string[] {
  return lines.map((line) => (line[0] ?? '') + map(line.slice(1), { kind: 'line', stream: `${stream}${line.startsWith('-') ? '-' : '+'}` }));
}
