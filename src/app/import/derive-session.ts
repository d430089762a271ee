import type { NewSession } from '../../journal/sessions-table.ts';
import type { Journal } from '../../journal/open-journal.ts';
import type { TranscriptRow } from '../../journal/transcripts-table.ts';
import type { AgentName } from '../../model/agent.ts';
import type { SessionEvent } from '../../model/event.ts';
import type { Session, SessionId } from '../../model/session.ts';
import { createCodeReader } from '../../moments/engine/code/create-code-reader.ts';
import { findMoments } from '../../moments/engine/find-moments.ts';
import { createFactsBuilder, type FactsBuilder } from '../../moments/facts/create-facts-builder.ts';
import type { SessionFacts } from '../../moments/facts/facts.ts';
import type { WritingCollector } from '../../origins/writings/create-writing-collector.ts';
import type { SessionWritings } from '../../origins/writings/writing.ts';
import { readTranscript, readUnpacked } from '../../sources/read-transcript.ts';
import type { ReadSummary } from '../../sources/source.ts';
import { createSessionWritingCollector } from '../origins/create-session-writing-collector.ts';
import { planReading, readPlanned, type ReadPlan } from './plan-reading.ts';
import { toEventFacts } from './to-event-facts.ts';
import { toMomentRecord } from './to-moment-record.ts';
import { toSessionRecord } from './to-session-record.ts';

/** Rows written under one lock: a person sealing a judgement meanwhile waits a few milliseconds at most. */
const BATCH = 1000;
/** How often what is kept of a session may change while it is read before it is left to others. */
const MOST_TRIES = 4;

export interface Derived {
  /** Of each session, in the order of the file. */
  readonly summaries: readonly ReadSummary[];
  readonly moments: number;
}

export interface SessionDeriver {
  /** Makes sessions of a transcript's kept bytes, replacing what was made of them before. Null where nothing could be read. */
  readonly derive: (transcript: TranscriptRow) => Derived | null;
}

export function createSessionDeriver({ journal, derivedBy, clock }: { journal: Journal; derivedBy: string; clock: () => Date }): SessionDeriver {
  const readCode = createCodeReader();

  function derive({ id }: TranscriptRow): Derived | null {
    const waiting: number[] = [];
    const derived = deriveAll(id, waiting);
    for (const other of waiting) deriveAll(other, []);
    return derived;
  }

  /** @param waiting takes the transcripts that have to be read again because of this one */
  function deriveAll(id: number, waiting: number[]): Derived | null {
    for (let tries = 1; ; tries += 1) {
      const transcript = journal.transcripts.get(id);
      // Another importer, or another copy of the session, may have brought it in since it was listed.
      if (!transcript || transcript.derivedBy === derivedBy) return null;
      const plan = planReading(journal, transcript);
      const { speaker } = plan;
      if (plan.runs === null && speaker.id !== id && speaker.derivedBy === derivedBy && speaker.session) {
        markDerived(plan.members, speaker.session);
        return { summaries: [], moments: 0 };
      }
      const derived = deriveOnce(plan, waiting);
      if (derived !== 'outdated') return derived;
      // Left to the importer that keeps changing it, and otherwise to the next import.
      if (tries === MOST_TRIES) return null;
    }
  }

  function deriveOnce(plan: ReadPlan, waiting: number[]): Derived | null | 'outdated' {
    const { speaker } = plan;
    let moments = 0;
    let isOutdated = false;
    let running: RunningSession | undefined;
    const run = (agent: AgentName): RunningSession => (running ??= beginSession(speaker, agent));
    const onEvent = (event: SessionEvent, agent: AgentName): void => {
      const { events, builder, writings } = run(agent);
      events.add(event);
      builder.add(event);
      writings.add(event);
    };
    const onSession = (summary: ReadSummary, agent: AgentName): void => {
      const { derivation, events, builder, writings } = run(agent);
      running = undefined;
      events.flush();
      const found = save(plan, derivation, builder.finish(summary.session), writings.finish(summary.session.cwd));
      if (found === 'outdated') isOutdated = true;
      else moments += found;
    };
    const bytes = readPlanned(journal, plan);
    const reading =
      speaker.format === null
        ? readTranscript(speaker.path, bytes, onEvent, { onSession })
        : readUnpacked(speaker.format, speaker.path, bytes, onEvent, { onSession });
    if (reading?.state !== 'read') return null;
    if (isOutdated || !finishTranscript(plan, reading.sessions, waiting)) return 'outdated';
    return { summaries: reading.sessions, moments };
  }

  function beginSession(transcript: TranscriptRow, agent: AgentName): RunningSession {
    const derivation = journal.derivations.begin(transcript.id, clock().toISOString());
    return {
      derivation,
      events: createEventWriter(journal, derivation),
      builder: createFactsBuilder({ agent, file: transcript.path, readCode }),
      writings: createSessionWritingCollector(),
    };
  }

  function save(plan: ReadPlan, derivation: number, facts: SessionFacts, writings: SessionWritings): number | 'outdated' {
    const { session } = facts;
    const { speaker, members, runs } = plan;
    // The demo was written to show what the rules can find: there is nobody to be bothered by one that is seldom right.
    const found = findMoments(facts, { sound: 'both', nursery: speaker.demo });
    const record = toSessionRecord({ facts, derivation, moments: found.length, demo: speaker.demo, fileTime: new Date(speaker.mtimeMs).toISOString() });
    const factBySeq = toEventFacts(facts);
    const moments = found.map((moment) => toMomentRecord(moment, facts));
    return journal.transaction(() => {
      for (const { id } of members) journal.transcripts.setSession(id, session.id);
      const may = isUnchanged(journal, members) ? mayReplace(journal, plan, session) : 'outdated';
      if (may !== 'yes') {
        journal.derivations.remove(derivation);
        return may === 'no' ? found.length : may;
      }
      for (const [seq, fact] of factBySeq) journal.events.addFact(derivation, seq, fact);
      if (runs) journal.mergedLines.add(derivation, runs);
      journal.origins.add(derivation, session, writings);
      journal.search.addTitle(derivation, record.title);
      replaceSession(journal, record);
      journal.moments.replace(session.id, moments);
      return found.length;
    });
  }

  /** Only when all of its sessions stand: an import that ends before this does them again. False where a copy has changed meanwhile. */
  function finishTranscript({ speaker, members }: ReadPlan, summaries: readonly ReadSummary[], waiting: number[]): boolean {
    const unknown = new Map<string, number>();
    for (const { unknownRecords } of summaries) for (const [name, count] of Object.entries(unknownRecords)) unknown.set(name, (unknown.get(name) ?? 0) + count);
    const last = summaries.at(-1)?.session.id;
    return journal.transaction(() => {
      if (!isUnchanged(journal, members)) return false;
      waiting.push(...removeMistaken(members, summaries));
      if (last) markDerived(members, last);
      journal.transcripts.setUnknownRecords(speaker.id, Object.fromEntries(unknown));
      return true;
    });
  }

  /**
   * The beginning of a file may have been taken for another session: one that is resumed first tells again what was said in
   * the one before. Returns the other copies of that one, which speak for it again.
   */
  function removeMistaken(members: readonly TranscriptRow[], summaries: readonly ReadSummary[]): number[] {
    const found = new Set(summaries.map(({ session }) => session.id));
    const mistaken = journal.sessions.listOfTranscripts(members.map(({ id }) => id)).filter(({ id }) => !found.has(id));
    return mistaken.flatMap(({ id, derivation }) => {
      journal.moments.replace(id, []);
      journal.sessions.remove(id);
      journal.derivations.remove(derivation);
      return journal.transcripts.setStaleBySession(id);
    });
  }

  function markDerived(members: readonly TranscriptRow[], session: SessionId): void {
    journal.transaction(() => {
      for (const { id } of members) journal.transcripts.setDerived(id, session, derivedBy);
    });
  }

  return { derive };
}

interface RunningSession {
  readonly derivation: number;
  readonly events: ReturnType<typeof createEventWriter>;
  readonly builder: FactsBuilder;
  readonly writings: WritingCollector;
}

function createEventWriter(journal: Journal, derivation: number): { add: (event: SessionEvent) => void; flush: () => void } {
  let pending: SessionEvent[] = [];
  const flush = (): void => {
    const batch = pending;
    pending = [];
    journal.transaction(() => {
      for (const event of batch) {
        journal.events.add(derivation, event);
        journal.search.addEvent(derivation, event);
      }
    });
  };
  const add = (event: SessionEvent): void => {
    // Whole files are only for reading code; a batch of them would be most of the memory.
    pending.push(event.kind === 'edit' ? { ...event, before: undefined, after: undefined } : event);
    if (pending.length >= BATCH) flush();
  };
  return { add, flush };
}

/** Whether what was read is still what is kept: another importer may have kept more of it since. */
function isUnchanged(journal: Journal, members: readonly TranscriptRow[]): boolean {
  return members.every(({ id, captured, prefixHash, size }) => {
    const now = journal.transcripts.get(id);
    return now?.captured === captured && now.prefixHash === prefixHash && now.size === size;
  });
}

/**
 * What was read of all copies takes the place of what was read of some of them. A copy that was not known of when the plan was
 * made is to be read with them. One that cannot be (another form of the session) gives way to the longer, of equally long ones
 * to the first by path.
 */
function mayReplace(journal: Journal, { speaker, members, considered }: ReadPlan, session: Session): 'yes' | 'no' | 'outdated' {
  const known = journal.sessions.get(session.id);
  const current = known ? journal.derivations.getTranscript(known.derivation) : null;
  const copies = journal.transcripts.listRelated({ ...speaker, session: session.id }).filter((copy) => copy.session === session.id || copy.id === current);
  if (copies.some(({ id }) => !considered.has(id))) return 'outdated';
  const other = current === null ? null : journal.transcripts.get(current);
  if (!other || members.some(({ id }) => id === other.id)) return 'yes';
  return speaker.captured > other.captured || (speaker.captured === other.captured && speaker.path < other.path) ? 'yes' : 'no';
}

function replaceSession(journal: Journal, record: NewSession): void {
  const before = journal.sessions.get(record.id)?.derivation;
  journal.sessions.save(record);
  if (before !== undefined && before !== record.derivation) journal.derivations.remove(before);
}
