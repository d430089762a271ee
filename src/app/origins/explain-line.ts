/** Why a line is as it is: from the line to the act that wrote it, and what was said and run around that. */
import type { SessionRecord } from '../../journal/sessions-table.ts';
import type { AgentName } from '../../model/agent.ts';
import { MAIN_THREAD, type EventOf, type SessionEvent } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { SessionId } from '../../model/session.ts';
import { readOwnWords } from '../../moments/facts/human/own-words.ts';
import { readActs } from '../../moments/facts/human/read-acts.ts';
export type { Evidence };
import type { Evidence, LineOrigin, OriginSource } from '../../origins/join/line-origin.ts';
import type { App } from '../app.ts';
import { findLessonsAt, type LessonAtLine } from '../lessons/find-lessons-at.ts';
import { findLineOrigins } from './find-line-origins.ts';

export interface LineExplanation {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** Null for a line that is not committed yet. */
  readonly commit: { readonly sha: string; readonly at: string; readonly subject: string } | null;
  /** Lessons of the team that hold to this line, as this machine last saw them. */
  readonly lessons: readonly LessonAtLine[];
  readonly by: LineOrigin['by'];
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly session: { readonly id: SessionId; readonly agent: AgentName; readonly title: string; readonly startedAt: string | null } | null;
  readonly written: (Told & { readonly way: OriginSource['way']; readonly thread: string; readonly command: string | null }) | null;
  /** The person's words that led to it. */
  readonly prompt: (Told & { readonly text: string }) | null;
  readonly reasoning: (Told & { readonly text: string }) | null;
  readonly reply: (Told & { readonly text: string }) | null;
  /** The first test after it, or else the first other check. */
  readonly run: (Told & { readonly command: string; readonly class: string; readonly status: string; readonly exitCode: number | null }) | null;
  /** The person's next message, where it corrects something or reports a problem. */
  readonly correction: (Told & { readonly text: string }) | null;
  readonly looked: { readonly sessions: number; readonly writings: number };
}

/** Where something stands in its session. */
interface Told {
  readonly seq: number;
  readonly at: string | null;
}

export async function explainLine(app: App, { file, line }: { file: string; line: number }): Promise<Result<LineExplanation, Problem>> {
  const found = await findLineOrigins(app, { file, line });
  if (!found.ok) return found;
  const { lines, commits, path, looked } = found.value;
  const [blamed] = lines;
  if (!blamed) throw new Error('blame gave no line though it was asked for one');
  const { origin } = blamed;
  const lessons = await findLessonsAt(app, { file, line });
  const commit = blamed.commit === null ? undefined : commits.get(blamed.commit);
  return app.journal.attempt(() => ({
    file: path,
    line,
    text: blamed.text,
    commit: commit ? { sha: commit.sha, at: new Date(commit.authorAt).toISOString(), subject: commit.subject } : null,
    lessons,
    by: origin.by,
    confidence: origin.confidence,
    evidence: origin.evidence,
    ...(origin.source ? tellStory(app, origin.source) : NO_STORY),
    looked,
  }));
}

type Story = Pick<LineExplanation, 'session' | 'written' | 'prompt' | 'reasoning' | 'reply' | 'run' | 'correction'>;
const NO_STORY: Story = { session: null, written: null, prompt: null, reasoning: null, reply: null, run: null, correction: null };

function tellStory(app: App, source: OriginSource): Story {
  const { journal } = app;
  const record = journal.sessions.get(source.session as SessionId);
  if (!record) return NO_STORY;
  const { id, agent, title, startedAt, derivation } = record;
  const session = { id, agent, title, startedAt };
  const { seq, thread, way } = source;
  if (seq === null) return { ...NO_STORY, session };
  const [event] = journal.events.list(derivation, seq, 1);
  const before = journal.events.listNearestBefore(derivation, ['reasoning', 'reply'], seq, 40).filter((one) => one.thread === thread);
  const prompt = findPrompt(app, record, source);
  const since = prompt?.derivation === derivation ? prompt.event.seq : -1;
  return {
    session,
    written: { seq, at: event?.at ?? null, way, thread, command: event?.kind === 'call' && event.action.type === 'run' ? event.action.command : null },
    prompt: prompt ? toTold(prompt.event, prompt.event.text) : null,
    reasoning: toTold(before.find((one) => one.kind === 'reasoning' && one.seq > since && one.text.trim() !== '')),
    reply: toTold(before.find((one) => one.kind === 'reply' && one.seq > since && one.text.trim() !== '')),
    run: findRun(app, derivation, seq),
    correction: findCorrection(app, derivation, seq),
  };
}

const isHuman = (event: SessionEvent): event is EventOf<'prompt'> => event.kind === 'prompt' && event.origin === 'human' && event.thread === MAIN_THREAD;

/** The person's last message before it. A sub-agent's own transcript has none: then that of the session it worked for. */
function findPrompt(
  { journal }: App,
  { derivation, parent }: SessionRecord,
  { seq, at }: OriginSource,
): { event: EventOf<'prompt'>; derivation: number } | null {
  const own = journal.events.listNearestBefore(derivation, ['prompt'], seq ?? 0, 50).find(isHuman);
  if (own) return { event: own, derivation };
  const parents = parent ? journal.sessions.get(parent)?.derivation : undefined;
  if (parents === undefined) return null;
  const until = at === null ? null : new Date(at).toISOString();
  const event = journal.events
    .listNearestBefore(parents, ['prompt'], Number.MAX_SAFE_INTEGER, 500)
    .find((one) => isHuman(one) && (until === null || one.at === null || one.at <= until));
  return event?.kind === 'prompt' ? { event, derivation: parents } : null;
}

const CHECKS: ReadonlySet<string> = new Set(['test', 'build', 'type-check', 'lint']);
/** Events after the act in which its check is looked for. */
const REACH = 3000;

function findRun({ journal }: App, derivation: number, seq: number): LineExplanation['run'] {
  const facts = Object.entries(journal.events.listFacts(derivation, seq, seq + REACH)).flatMap(([at, { run }]) =>
    run && CHECKS.has(run.class) ? [{ seq: Number(at), run }] : [],
  );
  const found = facts.find(({ run }) => run.class === 'test') ?? facts[0];
  if (!found) return null;
  const [event] = journal.events.list(derivation, found.seq, 1);
  const command = event?.kind === 'call' && event.action.type === 'run' ? event.action.command : '';
  return { seq: found.seq, at: event?.at ?? null, command, class: found.run.class, status: found.run.status, exitCode: found.run.exitCode };
}

function findCorrection({ journal }: App, derivation: number, seq: number): LineExplanation['correction'] {
  const next = journal.events.listNearestAfter(derivation, ['prompt'], seq, 50).find(isHuman);
  if (!next) return null;
  const { own, pasted } = readOwnWords(next.text);
  const acts = readActs(own, { follows: true, pasted, refusedWork: false });
  return acts.has('correction') || acts.has('report') ? toTold(next, next.text) : null;
}

function toTold(event: SessionEvent | undefined, text = event && 'text' in event ? (event.text ?? '') : ''): (Told & { text: string }) | null {
  return event ? { seq: event.seq, at: event.at, text } : null;
}
