/**
 * One thing in a session. Readers make events; facts, the journal and the screens use them.
 * `seq` orders events within their session (file order, doubles removed). `line` is the 1-based line of the source
 * file, or for one-document formats the 1-based message index.
 */
import { z } from 'zod';
import { hunkSchema } from './hunk.ts';

/** Thread of the person's own conversation with the agent; sub-agents have their agent id. */
export const MAIN_THREAD = 'main';

const base = {
  /** Content-based: the record's own id where the agent gives one, with a suffix where one record makes several events. */
  id: z.string(),
  seq: z.number().int(),
  line: z.number().int(),
  /** ISO instant in UTC; null where the record has none. */
  at: z.string().nullable(),
  thread: z.string(),
  /** A copy of an earlier session's event, replayed into this one by a fork or resume. */
  replayed: z.boolean().optional(),
};

/** Who really wrote a prompt: only `human` is the person's own message. */
export const promptOriginSchema = z.enum(['human', 'agent', 'command', 'hook', 'system', 'summary']);
export type PromptOrigin = z.infer<typeof promptOriginSchema>;

const prompt = z.object({ ...base, kind: z.literal('prompt'), text: z.string(), origin: promptOriginSchema, images: z.number().int().optional() });
const reply = z.object({ ...base, kind: z.literal('reply'), text: z.string(), model: z.string().optional() });
const reasoning = z.object({ ...base, kind: z.literal('reasoning'), text: z.string() });

/** What a tool call does, whatever its agent calls the tool. */
export const actionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('run'), command: z.string(), cwd: z.string().optional(), background: z.boolean().optional(), description: z.string().optional() }),
  /** More input to, or waiting for, a command that is still running. `handle` is the agent's id of it. */
  z.object({ type: z.literal('continue'), handle: z.string(), input: z.string().optional() }),
  z.object({ type: z.literal('edit'), paths: z.array(z.string()) }),
  z.object({ type: z.literal('read'), path: z.string() }),
  z.object({ type: z.literal('search'), query: z.string(), path: z.string().optional() }),
  z.object({ type: z.literal('plan'), text: z.string() }),
  z.object({ type: z.literal('ask'), questions: z.array(z.string()) }),
  z.object({ type: z.literal('delegate'), prompt: z.string(), thread: z.string().optional() }),
  z.object({ type: z.literal('fetch'), target: z.string() }),
  z.object({ type: z.literal('track'), items: z.array(z.string()) }),
  z.object({ type: z.literal('other'), input: z.string() }),
]);
export type Action = z.infer<typeof actionSchema>;

const call = z.object({ ...base, kind: z.literal('call'), callId: z.string(), tool: z.string(), action: actionSchema });

export const callOutcomeSchema = z.enum(['ok', 'failed', 'refused', 'interrupted', 'running']);
export type CallOutcome = z.infer<typeof callOutcomeSchema>;

const result = z.object({
  ...base,
  kind: z.literal('result'),
  callId: z.string(),
  outcome: callOutcomeSchema,
  /** Head and tail of what the tool printed; `cutChars` characters are left out between them (marked in the text). */
  text: z.string(),
  cutChars: z.number().int().optional(),
  exitCode: z.number().int().optional(),
  /** True where the agent's format states no code and success was inferred from the absence of an error. */
  exitInferred: z.boolean().optional(),
  durationMs: z.number().optional(),
  /** The agent's id of a command that goes on running. */
  handle: z.string().optional(),
  /** What the person wrote when refusing a call or answering a question. */
  humanText: z.string().optional(),
});

/** A change to one file that really happened (a refused or failed edit makes none). `line` and `at` are those of the tool call: its result comes later, and may not be seen yet. */
const edit = z.object({
  ...base,
  kind: z.literal('edit'),
  callId: z.string(),
  path: z.string(),
  change: z.enum(['create', 'update', 'delete', 'move']),
  movedTo: z.string().optional(),
  hunks: z.array(hunkSchema),
  /** The person changed the agent's edit before accepting it. */
  humanModified: z.boolean().optional(),
  resultLine: z.number().int().optional(),
  /** Whole file before and after, where the transcript holds it. Never stored: only for reading code in one pass. */
  before: z.string().optional(),
  after: z.string().optional(),
});

const interruption = z.object({ ...base, kind: z.literal('interruption'), during: z.enum(['reply', 'tool']), reason: z.string().optional() });
const compaction = z.object({ ...base, kind: z.literal('compaction'), trigger: z.string().optional(), tokensBefore: z.number().optional() });
/** The conversation was taken back by `turns` turns (edit-and-resend, rollback). */
const rollback = z.object({ ...base, kind: z.literal('rollback'), turns: z.number().int() });
/** Anything else worth showing: an API error, a hook's output, a pull request, a title. */
const note = z.object({
  ...base,
  kind: z.literal('note'),
  text: z.string(),
  topic: z.enum(['error', 'hook', 'pull-request', 'title', 'mode', 'command-output', 'other']),
});

export const eventSchema = z.discriminatedUnion('kind', [prompt, reply, reasoning, call, result, edit, interruption, compaction, rollback, note]);
export type SessionEvent = z.infer<typeof eventSchema>;
export type EventKind = SessionEvent['kind'];
export type EventOf<K extends EventKind> = Extract<SessionEvent, { kind: K }>;
