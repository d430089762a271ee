/** Reads SpecStory's Markdown. There are no ids in it, outputs and edits are cut short or missing, and older files have no times. */
import { hash } from 'node:crypto';
import { MAIN_THREAD } from '../../model/event.ts';
import { toSessionId } from '../../model/session.ts';
import { cutProse } from '../cut-text.ts';
import { createEventLog } from '../event-log.ts';
import { createBlankRestorer } from '../markdown/create-blank-restorer.ts';
import { createRecordCensus } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toTitle } from '../to-title.ts';
import { createBlockReader } from './create-block-reader.ts';
import { readToolBlock } from './read-tool-block.ts';
import { readUserTurn } from './read-user-turn.ts';
import { RECORD_SCHEMAS, toBlockKind, type Block, type ToolBlock } from './records/record-schemas.ts';

/** A turn of the agent that has neither a model nor a sidechain of its own shares this thread. */
const SIDE_THREAD = 'side';
/** A title that is only the time of the session says nothing. */
const TIME_TITLE = /^\d{4}-\d\d-\d\d[ T][\d:]+(?:Z|[+-]\d{4})?$/;

export function createSpecstoryReader(fileName: string): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const models = new Set<string>();
  let version: string | undefined;
  let program = '';
  let nativeId: string | undefined;
  let givenTitle: string | undefined;
  let firstTitle: string | undefined;
  let role: 'user' | 'agent' = 'user';
  let isSidechain = false;
  let at: string | null = null;
  let model: string | undefined;
  let followsCommand = false;
  let begunAt: string | null = null; // the session's own time: not every exporter gives turns one
  let calls = 0;
  let lastTool: string | undefined; // of the block before, if it is one

  const { add } = log;
  const placeOf = (line: number) => ({ line, at, thread: isSidechain ? SIDE_THREAD : MAIN_THREAD });
  const toId = (kind: string, text: string): string => `${kind}:${hash('sha1', `${at}\n${text}`).slice(0, 16)}`;

  function readText(text: string, line: number): void {
    const place = placeOf(line);
    if (role === 'agent') return add({ ...place, id: toId('reply', text), kind: 'reply', text: cutProse(text), model });
    for (const said of readUserTurn(text, program, { isSidechain, followsCommand })) {
      if (said.as === 'interruption') add({ ...place, id: toId('interruption', text), kind: 'interruption', during: said.during });
      else if (said.as === 'command-output') add({ ...place, id: toId('note', text), kind: 'note', topic: 'command-output', text: cutProse(said.text) });
      else {
        if (said.origin === 'human') firstTitle ??= toTitle(said.text);
        if (said.origin !== 'system') followsCommand = said.origin === 'command' && text.trimStart().startsWith('<command-');
        add({ ...place, id: toId('prompt', said.text), kind: 'prompt', origin: said.origin, text: cutProse(said.text) });
      }
    }
  }

  function readTool(block: ToolBlock, line: number): void {
    if (block.name === lastTool && isEmptyBlock(block)) return;
    lastTool = block.name;
    const place = placeOf(line);
    const { action, edits, result } = readToolBlock(block, program);
    calls += 1;
    const callId = `${toId('call', `${block.name}\n${block.lines.slice(0, 8).join('\n')}`)}:${calls}`;
    add({ ...place, id: callId, kind: 'call', callId, tool: block.name, action });
    for (const [index, edit] of edits.entries()) add({ ...place, id: `${callId}#edit${index || ''}`, kind: 'edit', callId, resultLine: line, ...edit });
    if (result) add({ ...place, id: `${callId}#result`, kind: 'result', callId, ...result });
  }

  function readBlock(block: Block): void {
    census.countRecord();
    const kind = toBlockKind(block);
    if (RECORD_SCHEMAS.has(kind)) census.countKnown(kind);
    else census.countUnknown(kind);
    if (block.kind !== 'tool') lastTool = undefined;
    switch (block.kind) {
      case 'generated':
        version = block.version;
        break;
      case 'title':
        if (!TIME_TITLE.test(block.text)) givenTitle ??= toTitle(block.text);
        break;
      case 'session':
        ({ program } = block);
        nativeId ??= block.nativeId;
        begunAt ??= block.at;
        break;
      case 'user':
      case 'agent':
        if (block.kind === 'agent') followsCommand = false;
        role = block.kind;
        ({ isSidechain, at, model } = block);
        if (model !== undefined && model !== '<synthetic>') models.add(model);
        break;
      case 'think':
        add({ ...placeOf(block.line), id: toId('reasoning', block.text), kind: 'reasoning', text: cutProse(block.text) });
        break;
      case 'text':
        readText(block.text, block.line);
        break;
      case 'tool':
        readTool(block, block.line);
    }
  }

  const blocks = createBlockReader(readBlock);
  const readLine = createBlankRestorer((text, line) => blocks.read(text.endsWith('\r') ? text.slice(0, -1) : text, line));

  return {
    read(line, emit) {
      log.emitTo(emit);
      readLine(line);
    },
    finish(emit) {
      log.emitTo(emit);
      blocks.finish();
      const id = nativeId ?? fileName;
      return {
        session: {
          id: toSessionId('specstory', id),
          agent: 'specstory',
          nativeId: id,
          agentVersions: version === undefined ? [] : [version],
          models: [...models],
          title: givenTitle ?? firstTitle,
          startedAt: log.startedAt() ?? begunAt,
          endedAt: log.endedAt() ?? begunAt,
        },
        events: log.count(),
        ...census.summary(),
      };
    },
  };
}

/** Cursor's exporter writes a second, empty block after each tool's own. */
const isEmptyBlock = ({ lines }: ToolBlock): boolean =>
  lines.every((line) => /^\s*(?:<\/?details>|<summary>Tool use: \*\*[^*]+\*\*<\/summary>)?\s*$/.test(line));
