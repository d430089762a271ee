/** A conversation out of Cursor's database: its header, then its bubbles in their order, each with the files it refers to. */
import type { DatabaseSync } from 'node:sqlite';
import { toFields, toList, toOptionalText, toText, type Fields } from '../fields.ts';
import type { RawLine, StoredSession } from '../source.ts';
import { parseFields } from './read-tool.ts';

/** Keys between a prefix and the next: an index is used, as it is not for LIKE. */
const COMPOSERS = `
  SELECT substr(key, 14) AS id, CAST(value AS TEXT) AS text FROM cursorDiskKV
  WHERE key >= 'composerData:' AND key < 'composerData;' AND json_valid(CAST(value AS TEXT))`;
const LIST = `
  SELECT id, json_extract(text, '$.lastUpdatedAt') AS changedAt, json_extract(text, '$.createdAt') AS createdAt,
    coalesce(json_array_length(text, '$.fullConversationHeadersOnly'), 0) + coalesce(json_array_length(text, '$.conversation'), 0) AS messages
  FROM (${COMPOSERS}) ORDER BY id`;
const VALUE = 'SELECT CAST(value AS TEXT) AS text FROM cursorDiskKV WHERE key = ?';

/** Drafts without a message are no sessions. */
export function listComposers(db: DatabaseSync): StoredSession[] {
  return db
    .prepare(LIST)
    .all()
    .flatMap(({ id, changedAt, createdAt, messages }) => {
      if (typeof id !== 'string' || typeof messages !== 'number' || messages === 0) return [];
      const at = typeof changedAt === 'number' ? changedAt : createdAt;
      return [{ nativeId: id, changedAt: typeof at === 'number' ? at : null, messages }];
    });
}

export function* unpackComposer(db: DatabaseSync, composerId: string): Generator<RawLine> {
  const value = db.prepare(VALUE);
  const get = (key: string): string | undefined => toOptionalText(value.get(key)?.['text']);
  const composer = parseFields(get(`composerData:${composerId}`));
  const { conversation, fullConversationHeadersOnly: headers, codeBlockData, ...header } = composer;
  yield toLine(0, { ...pick(header), composerId });
  // Until 2025 the bubbles stood in the conversation itself.
  const bubbles =
    toList(headers).length > 0
      ? toList(headers).map((entry) => parseFields(get(`bubbleId:${composerId}:${toText(toFields(entry)['bubbleId'])}`)))
      : toList(conversation);
  const diffIds = toDiffIds(codeBlockData);
  for (const [index, entry] of bubbles.entries()) {
    const bubble = toFields(entry);
    if (Object.keys(bubble).length === 0) continue; // named, and not kept
    const found = findContents(bubble, get) ?? findSegments(diffIds.get(toText(bubble['bubbleId'])), composerId, get);
    yield toLine(index + 1, found ? { ...bubble, found } : bubble);
  }
}

const HEADER_FIELDS = ['name', 'createdAt', 'lastUpdatedAt', 'modelConfig', 'createdOnBranch', 'workspaceIdentifier', 'subagentInfo', 'status'];

/** Whole files and states of the screen stand in the header too, often megabytes of them. */
const pick = (header: Fields): Fields => Object.fromEntries(HEADER_FIELDS.map((name) => [name, header[name]]));

/** Since 2026-04 an edit names its file before and after by their hashes. */
function findContents(bubble: Fields, get: (key: string) => string | undefined): Fields | undefined {
  const result = parseFields(toFields(bubble['toolFormerData'])['result']);
  const content = (id: unknown): string | undefined => {
    const name = toOptionalText(id);
    return name === undefined ? undefined : (get(name) ?? get(`composer.content.${name}`));
  };
  const after = content(result['afterContentId']);
  return after === undefined ? undefined : { before: content(result['beforeContentId']), after };
}

function findSegments(diffId: string | undefined, composerId: string, get: (key: string) => string | undefined): Fields | undefined {
  if (diffId === undefined) return undefined;
  const diff = parseFields(get(`codeBlockDiff:${composerId}:${diffId}`));
  const segments = toList(diff['newModelDiffWrtV0']);
  return segments.length === 0 ? undefined : { segments };
}

/** The review's diff of each bubble that changed a file. */
function toDiffIds(codeBlockData: unknown): Map<string, string> {
  const diffIdByBubble = new Map<string, string>();
  for (const blocks of Object.values(toFields(codeBlockData))) {
    for (const value of Array.isArray(blocks) ? toList(blocks) : Object.values(toFields(blocks))) {
      const { bubbleId, diffId } = toFields(value);
      if (typeof bubbleId === 'string' && typeof diffId === 'string') diffIdByBubble.set(bubbleId, diffId);
    }
  }
  return diffIdByBubble;
}

const toLine = (line: number, value: unknown): RawLine => ({ line, offset: 0, bytes: Buffer.from(JSON.stringify(value)) });
