/** The files of a new source, by path: a reader of JSON lines with one kind of record, to be replaced by what the agent really writes. */
export function toSourceFiles(name: string): Record<string, string> {
  const camel = toCamel(name);
  const pascal = camel.slice(0, 1).toUpperCase() + camel.slice(1);
  const folder = `src/sources/${name}`;
  return {
    [`${folder}/${name}-source.ts`]: `import type { Source } from '../source.ts';
import { create${pascal}Reader } from './create-${name}-reader.ts';
import { sniff${pascal} } from './sniff-${name}.ts';

export const ${camel}Source: Source = { agent: '${name}', sniff: sniff${pascal}, createReader: create${pascal}Reader };
`,
    [`${folder}/sniff-${name}.ts`]: `import { peekHead } from '../peek-head.ts';

/** Say by what the format is known: keys that no other agent writes together. */
export function sniff${pascal}(head: Buffer): number {
  return peekHead(head).objects.some((object) => object.has('${camel}Session') && object.has('kind')) ? 1 : 0;
}
`,
    [`${folder}/records/record-schemas.ts`]: `/** Every kind of record that Rounds knows, with what it needs from it. */
import { z } from 'zod';

export const RECORD_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['prompt', z.object({ ${camel}Session: z.string(), id: z.string(), at: z.unknown().optional(), text: z.string() })],
]);
`,
    [`${folder}/create-${name}-reader.ts`]: `import { MAIN_THREAD } from '../../model/event.ts';
import { toSessionId } from '../../model/session.ts';
import { createRecordReader } from '../create-record-reader.ts';
import { cutProse } from '../cut-text.ts';
import { createEventLog } from '../event-log.ts';
import { toFields, toText } from '../fields.ts';
import { createRecordCensus, describeMisfit } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toInstant } from '../to-instant.ts';
import { toTitle } from '../to-title.ts';
import { RECORD_SCHEMAS } from './records/record-schemas.ts';

export function create${pascal}Reader(fileName: string): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  let nativeId = fileName;
  let title: string | undefined;

  function readRecord(value: unknown, line: number): void {
    census.countRecord();
    const fields = toFields(value);
    const kind = toText(fields['kind']);
    const schema = RECORD_SCHEMAS.get(kind);
    if (!schema) return census.countUnknown(kind);
    census.countKnown(kind);
    const parsed = schema.safeParse(value);
    if (!parsed.success) return census.countMalformed(line, describeMisfit(kind, parsed.error));
    nativeId = toText(fields['${camel}Session']);
    const text = toText(fields['text']);
    title ??= toTitle(text);
    log.add({ id: toText(fields['id']), line, at: toInstant(fields['at']), thread: MAIN_THREAD, kind: 'prompt', origin: 'human', text: cutProse(text) });
  }

  return createRecordReader({
    log,
    census,
    readRecord,
    toSession: (times) => ({ id: toSessionId('${name}', nativeId), agent: '${name}', nativeId, agentVersions: [], models: [], title, ...times }),
  });
}
`,
    [`${folder}/${name}.test.ts`]: `import { expect, test } from 'vitest';
import { readFixture } from '../testing/read-fixture.ts';

test('a session tells what happened', () => {
  const { of, reading } = readFixture('${name}/sessions/first.jsonl');
  expect(of('prompt').map(({ origin, text }) => [origin, text])).toEqual([['human', 'Count the boxes.']]);
  expect(reading.summary.session).toMatchObject({ nativeId: 's1', title: 'Count the boxes.', startedAt: '2026-03-01T09:15:00Z' });
});
`,
    [`tests/fixtures/${name}/records/lines.jsonl`]: `{"${camel}Session":"s1","kind":"prompt","id":"p1","at":"2026-03-01T09:15:00Z","text":"Count the boxes."}\n`,
    [`tests/fixtures/${name}/sessions/first.jsonl`]: `{"${camel}Session":"s1","kind":"prompt","id":"p1","at":"2026-03-01T09:15:00Z","text":"Count the boxes."}\n`,
  };
}

export const toCamel = (name: string): string => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
