/** Reads a chat of VS Code: what stands around it, then one request after the other. */
import type { z } from 'zod';
import { toSessionId } from '../../model/session.ts';
import { createRecordReader } from '../create-record-reader.ts';
import { createEventLog } from '../event-log.ts';
import { toFields, toOptionalText } from '../fields.ts';
import { createRecordCensus, describeMisfit } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toInstant } from '../to-instant.ts';
import { toTitle } from '../to-title.ts';
import { chatHeaderSchema, type ChatHeader } from './records/chat-header.ts';
import { chatRequestSchema } from './records/chat-request.ts';
import { PART_SCHEMAS, SPOKEN_PARTS, type SpokenPart } from './records/response-parts.ts';
import { tellRequest } from './tell-request.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

export function createChatReader(fileName: string): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const versions = new Set<string>();
  const models = new Set<string>();
  let header: ChatHeader = {};
  let firstTitle: string | undefined;
  let firstRequestId: string | undefined;
  let cwd: string | undefined;
  let outputTokens: number | undefined;

  function parseRecord<T>(kind: string, schema: z.ZodType<T>, value: unknown, line: number): T | undefined {
    census.countRecord();
    census.countKnown(kind);
    const parsed = schema.safeParse(value);
    if (!parsed.success) return void census.countMalformed(line, describeMisfit(kind, parsed.error));
    return parsed.data;
  }

  function parsePart(value: unknown, line: number): SpokenPart[] {
    const kind = toOptionalText(toFields(value)['kind']) ?? 'markdown';
    const schema = PART_SCHEMAS.get(kind);
    if (!schema) {
      census.countRecord();
      census.countUnknown(`response ${kind}`);
      return [];
    }
    const part = parseRecord(`response ${kind}`, schema, value, line);
    return part !== undefined && Object.hasOwn(SPOKEN_PARTS, kind) ? [{ kind, value: part } as SpokenPart] : [];
  }

  function readRequest(value: unknown, line: number): void {
    const request = parseRecord('request', chatRequestSchema, value, line);
    if (!request) return;
    firstRequestId ??= request.requestId ?? undefined;
    const parts = (request.response ?? []).flatMap((part) => parsePart(part, line));
    const told = tellRequest(request, parts, line, log.add);
    if (request.modelId) models.add(request.modelId.replace(/^copilot\//, ''));
    if (request.agent?.extensionVersion) versions.add(request.agent.extensionVersion);
    const tokens = request.result?.metadata?.outputTokens;
    if (tokens != null) outputTokens = (outputTokens ?? 0) + tokens;
    cwd ??= told.cwd;
    if (told.humanText !== undefined) firstTitle ??= toTitle(told.humanText);
  }

  function readRecord(value: unknown, line: number): void {
    if (line === 0) header = parseRecord('session', chatHeaderSchema, value, 0) ?? header;
    else readRequest(value, line);
  }

  return createRecordReader({
    log,
    census,
    readRecord,
    toSession({ startedAt, endedAt }) {
      // An export names no session, and its file may be called anything: its first request is as good a name.
      const nativeId = header.sessionId ?? UUID.exec(fileName)?.[0] ?? firstRequestId ?? fileName;
      return {
        id: toSessionId('vscode-chat', nativeId),
        agent: 'vscode-chat',
        nativeId,
        agentVersions: [...versions],
        models: [...models],
        title: header.customTitle || firstTitle,
        cwd,
        startedAt: startedAt ?? toInstant(header.creationDate),
        endedAt: endedAt ?? toInstant(header.creationDate),
        outputTokens,
      };
    },
  });
}
