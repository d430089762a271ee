import { resolve } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { SessionId } from '../../model/session.ts';
import { createFactsBuilder } from '../../moments/facts/create-facts-builder.ts';
import type { SessionFacts } from '../../moments/facts/facts.ts';
import { createRedactor, UnredactableError } from '../../redaction/redact-text.ts';
import type { App } from '../app.ts';
import { findWorkTree, listNestedTrees } from '../check/find-roots.ts';
import { findRunningSession } from '../check/find-running-session.ts';
import { findById } from '../find-by-id.ts';
import { noSuchSession } from '../show-session.ts';
import { draftHandoff, HANDOFF_PARTS, type Handoff } from './draft-handoff.ts';

/** Redacted: the only form in which a hand-off is ever shown. */
export interface PreparedHandoff {
  readonly handoff: Handoff;
  /** What stands in place of what was taken out. */
  readonly redactions: readonly string[];
}

/** A week: whoever asks after that names the session. */
const RECENT_MS = 7 * 24 * 3_600_000;

/** Drafts a hand-off from a session of the journal, or from the one that runs in this work tree. */
export async function prepareHandoff(app: Pick<App, 'journal' | 'environment' | 'clock'>, session: string | null): Promise<Result<PreparedHandoff, Problem>> {
  const facts = session === null ? findHere(app) : readKept(app as App, session);
  return facts.ok ? redactHandoff(draftHandoff(facts.value)) : facts;
}

/** Takes secrets out of every part, after a person has edited it as before. */
export async function redactHandoff(handoff: Handoff): Promise<Result<PreparedHandoff, Problem>> {
  try {
    const redactor = await createRedactor();
    const redactions = new Set<string>();
    const parts: [string, string][] = [];
    for (const part of HANDOFF_PARTS) {
      const { text, findings } = await redactor.redactText(handoff[part]);
      parts.push([part, text]);
      for (const { replacement } of findings) redactions.add(replacement);
    }
    return ok({ handoff: Object.fromEntries(parts) as unknown as Handoff, redactions: [...redactions] });
  } catch (error) {
    if (!(error instanceof UnredactableError)) throw error;
    return failed(problem('not-allowed', error.message, { next: 'Write the question yourself.' }));
  }
}

function findHere({ environment, clock }: Pick<App, 'environment' | 'clock'>): Result<SessionFacts, Problem> {
  const root = findWorkTree(resolve(environment.folder)) ?? environment.folder;
  const found = findRunningSession({ environment, roots: [root], nested: listNestedTrees(root), since: clock().getTime() - RECENT_MS });
  return found
    ? ok(found)
    : failed(problem('not-found', 'No session of the last seven days was found in this folder.', { next: 'Name one: see "rounds sessions".' }));
}

function readKept(app: App, text: string): Result<SessionFacts, Problem> {
  const found = findById(app, text);
  if (!found.ok) return found;
  const { journal } = app;
  const id = found.value.noun === 'session' ? ok(found.value.id) : journal.attempt(() => journal.moments.get(found.value.id as never)?.moment.session ?? null);
  if (!id.ok) return id;
  const read = journal.attempt(() => (id.value === null ? null : readFacts(app, id.value)));
  if (!read.ok) return read;
  return read.value ? ok(read.value) : failed(noSuchSession(text));
}

const PAGE = 2000;

function readFacts({ journal }: Pick<App, 'journal'>, id: SessionId): SessionFacts | null {
  const record = journal.sessions.get(id);
  const detail = journal.sessions.getDetail(id);
  if (!record || !detail) return null;
  const builder = createFactsBuilder({ agent: record.agent, file: '' });
  for (let from = 0; ;) {
    const events = journal.events.list(record.derivation, from, PAGE);
    for (const event of events) builder.add(event);
    const last = events.at(-1);
    if (!last || events.length < PAGE) return builder.finish(detail.session);
    from = last.seq + 1;
  }
}
