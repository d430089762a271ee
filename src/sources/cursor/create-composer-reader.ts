/** Reads a conversation of Cursor: its header, then one bubble after the other. A bubble holds a call together with its end. */
import { MAIN_THREAD } from '../../model/event.ts';
import { toSessionId } from '../../model/session.ts';
import { createRecordReader } from '../create-record-reader.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { createEventLog } from '../event-log.ts';
import type { Place } from '../place.ts';
import { createRecordCensus, describeMisfit } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toInstant } from '../to-instant.ts';
import { toTitle } from '../to-title.ts';
import { readTool } from './read-tool.ts';
import { readUserText } from './read-user-text.ts';
import { bubbleSchema, type Bubble, type Tool } from './records/bubble.ts';
import { composerSchema, type Composer } from './records/composer.ts';
import { isEditKind, toAction, toToolKind } from './to-action.ts';
import { toEdits } from './to-edits.ts';

export function createComposerReader(): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const models = new Set<string>();
  let composer: Composer = { composerId: 'unknown' };
  let title: string | undefined;
  let outputTokens: number | undefined;
  let lastPlace: Place | undefined;
  let isLastOpen = false; // the last call has not ended

  const { add } = log;

  function tellPrompt(bubble: Bubble, place: Place): void {
    const images = bubble.images?.length ?? 0;
    for (const [index, { origin, text }] of readUserText(bubble.text ?? '').entries()) {
      const isPersons = origin === 'human' && place.thread === MAIN_THREAD;
      if (isPersons) title ??= toTitle(text);
      add({
        ...place,
        id: index === 0 ? place.id : `${place.id}#${index}`,
        kind: 'prompt',
        origin: origin === 'human' && !isPersons ? 'agent' : origin,
        text: cutProse(text),
        images: index === 0 && images > 0 ? images : undefined,
      });
    }
  }

  function tellCall(data: Tool, bubble: Bubble, place: Place): void {
    const { tool, args, raw, result, output } = readTool(data);
    const callId = data.toolCallId ?? `${place.id}#call`;
    isLastOpen = output === undefined;
    add({ ...place, id: callId, kind: 'call', callId, tool, action: toAction(tool, args, raw) });
    if (!output) return;
    if (output.outcome === 'ok' && isEditKind(toToolKind(tool))) {
      for (const [index, edit] of toEdits({ tool, args, raw, result, found: bubble.found ?? undefined }).entries())
        add({ ...place, id: `${callId}#edit${index || ''}`, kind: 'edit', callId, resultLine: place.line, ...edit });
    }
    add({ ...place, id: `${callId}#result`, kind: 'result', callId, ...output });
  }

  function tellBubble(bubble: Bubble, place: Place): void {
    const model = bubble.modelInfo?.modelName ?? undefined;
    if (model) models.add(model);
    if (bubble.tokenCount?.outputTokens != null) outputTokens = (outputTokens ?? 0) + bubble.tokenCount.outputTokens;
    if (bubble.type === 1) return tellPrompt(bubble, place);
    if (bubble.thinking?.text?.trim()) add({ ...place, id: `${place.id}#reasoning`, kind: 'reasoning', text: cutProse(bubble.thinking.text) });
    if (bubble.text?.trim()) {
      isLastOpen = false;
      add({ ...place, kind: 'reply', text: cutProse(bubble.text), model });
    }
    if (bubble.toolFormerData?.name) tellCall(bubble.toolFormerData, bubble, place);
    if (bubble.errorDetails?.message)
      add({ ...place, id: `${place.id}#error`, kind: 'note', topic: 'error', text: cutText(bubble.errorDetails.message, OUTPUT_LIMIT).text });
  }

  function readRecord(value: unknown, line: number): void {
    census.countRecord();
    const kind = line === 0 ? 'composer' : 'bubble';
    census.countKnown(kind);
    const parsed = (line === 0 ? composerSchema : bubbleSchema).safeParse(value);
    if (!parsed.success) return census.countMalformed(line, describeMisfit(kind, parsed.error));
    if (line === 0) {
      composer = parsed.data as Composer;
      return;
    }
    const bubble = parsed.data as Bubble;
    const thread = composer.subagentInfo?.parentComposerId ? composer.composerId : MAIN_THREAD;
    const at = toInstant(bubble.createdAt) ?? lastPlace?.at ?? toInstant(composer.createdAt);
    lastPlace = { id: bubble.bubbleId ?? `bubble:${line}`, line, at, thread };
    tellBubble(bubble, lastPlace);
  }

  function tellAbort(): void {
    if (composer.status !== 'aborted' || !lastPlace) return;
    add({ ...lastPlace, id: `${lastPlace.id}#interruption`, kind: 'interruption', during: isLastOpen ? 'tool' : 'reply' });
  }

  return createRecordReader({
    log,
    census,
    readRecord,
    tellRest: tellAbort,
    toSession({ startedAt, endedAt }) {
      const { composerId: nativeId, name, createdOnBranch, modelConfig, workspaceIdentifier, subagentInfo } = composer;
      if (modelConfig?.modelName && modelConfig.modelName !== 'default') models.add(modelConfig.modelName);
      return {
        id: toSessionId('cursor', nativeId),
        agent: 'cursor',
        nativeId,
        parentNativeId: subagentInfo?.parentComposerId ?? undefined,
        agentVersions: [],
        models: [...models],
        title: name || title,
        cwd: workspaceIdentifier?.uri?.fsPath ?? workspaceIdentifier?.uri?.path ?? undefined,
        branch: createdOnBranch || undefined,
        startedAt: startedAt ?? toInstant(composer.createdAt),
        endedAt: endedAt ?? toInstant(composer.lastUpdatedAt ?? composer.createdAt),
        outputTokens,
      };
    },
  });
}
