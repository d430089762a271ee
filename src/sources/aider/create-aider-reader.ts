/** Reads one session of Aider's Markdown history. Its only time is the one at which it began; exit codes, ids and outputs are not in the file. */
import { hash } from 'node:crypto';
import { MAIN_THREAD, type EventOf, type PromptOrigin } from '../../model/event.ts';
import { toSessionId } from '../../model/session.ts';
import { cutProse, cutText, OUTPUT_LIMIT } from '../cut-text.ts';
import { createEventLog } from '../event-log.ts';
import { createBlankRestorer } from '../markdown/create-blank-restorer.ts';
import { createTextGatherer, type TextGatherer } from '../markdown/gather-text.ts';
import { createRecordCensus } from '../record-census.ts';
import type { RecordReader } from '../source.ts';
import { toTitle } from '../to-title.ts';
import { createEditTracker } from './create-edit-tracker.ts';
import { createLineReader } from './create-line-reader.ts';
import { toToolLine, type ToolKind } from './records/record-schemas.ts';

interface OpenText {
  readonly of: 'user' | 'reply';
  readonly line: number;
  readonly text: TextGatherer;
}

type ToolHandlers = { readonly [K in ToolKind]?: (groups: readonly string[], text: string, line: number) => void };

/** `/run npm test`, `!npm test`. */
const COMMAND = /^[/!]\S/;
/** A mode for one request: what follows is the request. */
const REQUEST = /^\/(?:ask|code|architect|context) (?=\S)/;
/** With --watch-files Aider writes the request itself, from comments in the code. */
const FROM_WATCH = /^Find the "AI" comments below/;
const SETTINGS: ReadonlySet<ToolKind> = new Set(['tool/version', 'tool/model', 'tool/git-repo', 'tool/working-dir', 'tool/tokens']);

export function createAiderReader(): RecordReader {
  const census = createRecordCensus();
  const log = createEventLog();
  const versions = new Set<string>();
  const models = new Set<string>();
  let started = '';
  let startedAt: string | null = null;
  let title: string | undefined;
  let cwd: string | undefined;
  let editFormat: string | undefined;
  let outputTokens: number | undefined;
  let model: string | undefined;
  let open: OpenText | undefined;
  let isReplyUnderWay = false; // nothing of the program has come after the reply's text yet
  let lastUserLine = 0;
  let lastReply = ''; // its fingerprint
  let requested = ''; // that of what stood after a command such as /ask, until it is answered
  let isOwnChanges = false; // the next commit holds what the person had changed
  let failure: { readonly line: number; readonly text: TextGatherer } | undefined;

  const { add } = log;
  const edits = createEditTracker({ add });
  const note = (line: number, topic: EventOf<'note'>['topic'], text: string) => {
    if (text.trim() !== '') add({ ...place(line), id: toId('note', text), kind: 'note', topic, text: cutText(text, OUTPUT_LIMIT).text });
  };
  const count = (kind: string) => {
    census.countRecord();
    census.countKnown(kind);
  };

  function openText(of: OpenText['of'], line: number): TextGatherer {
    if (open?.of === of) return open.text;
    flush();
    open = { of, line, text: createTextGatherer() };
    return open.text;
  }

  function flush(): void {
    const closed = open;
    open = undefined;
    flushFailure();
    if (!closed) return;
    const text = closed.text.toText();
    if (closed.of === 'user') tellPrompt(text, closed.line);
    else if (text !== '') {
      count('assistant');
      lastReply = toFingerprint(text);
      requested = '';
      add({ ...place(closed.line), id: toId('reply', text), kind: 'reply', text: cutProse(text), model });
      edits.addReply(closed.text.toLines(), closed.line, editFormat);
      isReplyUnderWay = true;
    }
  }

  function flushFailure(): void {
    const failed = failure;
    failure = undefined;
    if (failed) edits.fail(cutText(failed.text.toText(), OUTPUT_LIMIT).text, failed.line);
  }

  function tellPrompt(typed: string, line: number): void {
    count('user');
    const text = typed.replace(REQUEST, '');
    if (text === '' || text === '<blank>') return;
    // The answer to a question of the program, printed as if it were a request.
    if (toToolLine(text).kind === 'tool/question') return note(line, 'other', text);
    const fingerprint = toFingerprint(text);
    // A request made by a command is printed again as the one it makes.
    if (fingerprint === requested) return;
    if (text !== typed) requested = fingerprint;
    // An architect's answer is the editor's request.
    const isHandedOver = fingerprint === lastReply;
    const origin: PromptOrigin = isHandedOver ? 'agent' : COMMAND.test(text) ? 'command' : FROM_WATCH.test(text) ? 'system' : 'human';
    if (origin === 'human') title ??= toTitle(text);
    edits.forget();
    isReplyUnderWay = false;
    add({ ...place(line), id: toId('prompt', text), kind: 'prompt', origin, text: cutProse(text) });
  }

  function tellCommit([sha = '', message = '']: readonly string[], text: string, line: number): void {
    const callId = `commit:${sha}`;
    const command = `git commit -m ${JSON.stringify(message)}`;
    const description = isOwnChanges ? "The person's own changes, before the edits were applied." : undefined;
    isOwnChanges = false;
    add({ ...place(line), id: callId, kind: 'call', callId, tool: 'commit', action: { type: 'run', command, description } });
    add({ ...place(line), id: `${callId}#result`, kind: 'result', callId, outcome: 'ok', exitCode: 0, exitInferred: true, text });
  }

  const toolHandlers: ToolHandlers = {
    'tool/version': ([version = '']) => void versions.add(version),
    'tool/model'([name = '', format = ''], text) {
      if (!/^(?:Main m|M)odel:/.test(text)) return;
      model = name;
      models.add(name);
      editFormat = format || editFormat;
    },
    'tool/working-dir'([folder]) {
      cwd ??= folder;
    },
    'tool/tokens'([, received = '']) {
      outputTokens = (outputTokens ?? 0) + toTokens(received);
    },
    'tool/committing': () => void (isOwnChanges = true),
    'tool/commit': tellCommit,
    'tool/applied-edit': ([path = ''], _, line) => edits.apply(path, line),
    'tool/skipped-edit': ([path = ''], _, line) => edits.refuse(path, line),
    'tool/running'([command = ''], _, line) {
      const callId = toId('run', command);
      add({
        ...place(line),
        id: `${callId}:${line}`,
        kind: 'call',
        callId: `${callId}:${line}`,
        tool: 'shell',
        action: { type: 'run', command: cutProse(command) },
      });
    },
    'tool/error': (_, text, line) => note(line, 'error', text),
  };

  function readTool(text: string, line: number): void {
    const { kind, groups } = toToolLine(text);
    count(kind);
    if (failure && (kind === 'tool/edit-failed' || kind === 'tool/said')) return failure.text.add(text);
    flush();
    if (kind === 'tool/interrupted') {
      if (isReplyUnderWay) add({ ...place(line), id: toId('interruption', String(line)), kind: 'interruption', during: 'reply' });
    } else if (kind === 'tool/edit-failed') {
      failure = { line, text: createTextGatherer() };
      failure.text.add(text);
    } else if (toolHandlers[kind]) toolHandlers[kind](groups, text, line);
    else if (!SETTINGS.has(kind)) note(line, 'other', text);
    isReplyUnderWay = false;
  }

  const readLine = createBlankRestorer(
    createLineReader({
      session(date, time, line) {
        count('session');
        started = `${date} ${time}`;
        const local = new Date(`${date}T${time}`);
        startedAt = Number.isNaN(local.getTime()) ? null : local.toISOString();
        const text = `Started at ${started}, local time; the history names no zone, so that of this machine is taken.`;
        add({ line, at: startedAt, thread: MAIN_THREAD, id: `start:${started}`, kind: 'note', topic: 'other', text });
      },
      user(text, line) {
        if (line !== lastUserLine + 1) flush(); // the lines of one request stand together
        lastUserLine = line;
        openText('user', line).add(text);
      },
      reply: (text, line) => openText('reply', line).add(text),
      tool: readTool,
      toolMore: (text) => failure?.text.add(text),
    }),
  );

  return {
    read(line, emit) {
      log.emitTo(emit);
      readLine(line);
    },
    finish(emit) {
      log.emitTo(emit);
      flush();
      return {
        session: {
          id: toSessionId('aider', started),
          agent: 'aider',
          nativeId: started,
          agentVersions: [...versions],
          models: [...models],
          title,
          cwd,
          startedAt,
          endedAt: startedAt,
          outputTokens,
        },
        events: log.count(),
        ...census.summary(),
      };
    },
  };
}

const place = (line: number) => ({ line, at: null, thread: MAIN_THREAD });

/** Events have no ids and no times: their text makes one that a copy of the file has too. */
const toId = (kind: string, text: string): string => `${kind}:${hash('sha1', text).slice(0, 16)}`;

/** Of a text's letters: requests and replies differ in their blanks. */
const toFingerprint = (text: string): string => hash('sha1', text.replace(/\s+/g, ''));

/** "1.1k" is 1,100: Aider rounds. */
function toTokens(text: string): number {
  const scale = text.endsWith('k') ? 1000 : text.endsWith('M') ? 1_000_000 : 1;
  return Math.round(Number.parseFloat(text) * scale) || 0;
}
