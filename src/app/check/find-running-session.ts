/** The session that is going on in a work tree, read straight from its agent's file. */
import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { AgentName } from '../../model/agent.ts';
import type { SessionEvent } from '../../model/event.ts';
import { createFactsBuilder, type FactsBuilder } from '../../moments/facts/create-facts-builder.ts';
import type { SessionFacts } from '../../moments/facts/facts.ts';
import { createSessionFeed, type FeedOptions } from '../../sources/create-session-feed.ts';
import { describeSystemError, findTranscripts } from '../../sources/find-transcripts.ts';
import { identifyTranscript } from '../../sources/identify-transcript.ts';
import { isSqliteError, openDatabase } from '../../sources/open-database.ts';
import { readTranscript } from '../../sources/read-transcript.ts';
import type { Source, SourceForm } from '../../sources/source.ts';
import { isSessionOfPlaces, listAgentPlaces } from '../agent-places.ts';
import type { Environment } from '../environment.ts';
import { readFileChunks } from '../read-file-chunks.ts';
import { isInside } from './find-roots.ts';

export interface RunningSessionQuery {
  readonly environment: Environment;
  /** The work tree, by every name it goes by. */
  readonly roots: readonly string[];
  /** Folders inside it that are other work trees. */
  readonly nested: readonly string[];
  /** Ms since the epoch: files that were not written to since are not looked at. */
  readonly since: number;
}

/** Enough for the records that say where a session works. */
const HEAD_BYTES = 128 * 1024;
/** Of a database with many sessions. */
const MOST_OF_DATABASE = 20;

/** The one written to last; null where there is none. Sub-agents' own transcripts do not count. */
export function findRunningSession(query: RunningSessionQuery): SessionFacts | null {
  const places = listAgentPlaces(query.environment);
  const { files } = findTranscripts(places.flatMap(({ paths }) => paths));
  const recent = files
    .filter(({ path, changedAt }) => changedAt >= query.since && isSessionOfPlaces(places, path))
    .toSorted((a, b) => b.changedAt - a.changedAt);
  for (const { path } of recent) {
    const found = readIfHere(path, query);
    if (found) return found;
  }
  return null;
}

function readIfHere(path: string, query: RunningSessionQuery): SessionFacts | null {
  try {
    const head = readHead(path);
    const format = identifyTranscript(path, head, head.length < HEAD_BYTES);
    if (format.state !== 'read') return null;
    const form = format.source.form ?? { form: 'lines' };
    if (form.form === 'database') return readDatabase(path, format.source, form, query);
    if (form.form === 'lines' && isElsewhere(path, head, query)) return null;
    const sessions: SessionFacts[] = [];
    const collector = collectFacts(path, sessions);
    readTranscript(path, readFileChunks(path), collector.onEvent, collector);
    return sessions.findLast((facts) => isHere(facts, path, query)) ?? null;
  } catch (error) {
    if (!isSqliteError(error)) describeSystemError(error); // throws on anything but an answer of the file system
    return null;
  }
}

/** Whether the first records already say that the session works in another folder, or for another session. */
function isElsewhere(path: string, head: Buffer, query: RunningSessionQuery): boolean {
  const whole = head.subarray(0, head.lastIndexOf(0x0a) + 1);
  const reading = readTranscript(path, [whole], () => {});
  if (reading.state !== 'read') return false;
  const session = reading.sessions[0]?.session;
  return session?.parentNativeId !== undefined || (session?.cwd !== undefined && !isOfTree(session.cwd, query));
}

function readDatabase(
  path: string,
  source: Source,
  { listSessions, unpackSession }: Extract<SourceForm, { form: 'database' }>,
  query: RunningSessionQuery,
): SessionFacts | null {
  const { db, close } = openDatabase(path);
  try {
    const recent = listSessions(db)
      .filter(({ changedAt }) => (changedAt ?? 0) >= query.since)
      .toSorted((a, b) => (b.changedAt ?? 0) - (a.changedAt ?? 0));
    for (const { nativeId } of recent.slice(0, MOST_OF_DATABASE)) {
      const sessions: SessionFacts[] = [];
      const collector = collectFacts(path, sessions);
      const feed = createSessionFeed(source, basename(path), collector.onEvent, collector);
      feed.begin();
      for (const line of unpackSession(db, nativeId)) feed.read(line);
      feed.end();
      const found = sessions.find((facts) => isHere(facts, path, query));
      if (found) return found;
    }
    return null;
  } finally {
    close();
  }
}

function collectFacts(file: string, sessions: SessionFacts[]): FeedOptions & { onEvent: (event: SessionEvent, agent: AgentName) => void } {
  let builder: FactsBuilder | undefined;
  const build = (agent: AgentName): FactsBuilder => (builder ??= createFactsBuilder({ agent, file }));
  return {
    onEvent: (event, agent) => build(agent).add(event),
    onSession: ({ session }, agent) => {
      sessions.push(build(agent).finish(session));
      builder = undefined;
    },
  };
}

/** Agents that keep their sessions in the repository need not say where they work. */
function isHere({ session }: SessionFacts, path: string, query: RunningSessionQuery): boolean {
  return session.parentNativeId === undefined && isOfTree(session.cwd ?? path, query);
}

const isOfTree = (path: string, { roots, nested }: RunningSessionQuery): boolean =>
  roots.some((root) => isInside(path, root)) && !nested.some((tree) => isInside(path, tree));

function readHead(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}
