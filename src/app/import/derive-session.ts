import type { NewSession } from '../../journal/sessions-table.ts';
import type { Journal } from '../../journal/open-journal.ts';
import type { TranscriptRow } from '../../journal/transcripts-table.ts';
import type { AgentName } from '../../model/agent.ts';
import type { SessionEvent } from '../../model/event.ts';
import type { Session } from '../../model/session.ts';
import { createCodeReader } from '../../moments/engine/code/create-code-reader.ts';
import { findMoments } from '../../moments/engine/find-moments.ts';
import { createFactsBuilder, type FactsBuilder } from '../../moments/facts/create-facts-builder.ts';
import type { SessionFacts } from '../../moments/facts/facts.ts';
import type { WritingCollector } from '../../origins/writings/create-writing-collector.ts';
import type { SessionWritings } from '../../origins/writings/writing.ts';
import { readTranscript, readUnpacked } from '../../sources/read-transcript.ts';
import type { ReadSummary } from '../../sources/source.ts';
import { createSessionWritingCollector } from '../origins/create-session-writing-collector.ts';
import { readKeptBytes } from './read-kept-bytes.ts';
import { toEventFacts } from './to-event-facts.ts';
import { toMomentRecord } from './to-moment-record.ts';
import { toRepositoryName } from './to-repository-name.ts';
import { toSessionRecord } from './to-session-record.ts';

/** Rows written under one lock: a person sealing a judgement meanwhile waits a few milliseconds at most. */
const BATCH = 1000;

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

  function derive(transcript: TranscriptRow): Derived | null {
    let moments = 0;
    let running: RunningSession | undefined;
    const run = (agent: AgentName): RunningSession => (running ??= beginSession(transcript, agent));
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
      moments += save(transcript, derivation, builder.finish(summary.session), writings.finish(summary.session.cwd));
    };
    const bytes = readKeptBytes(journal, transcript.id);
    const reading =
      transcript.format === null
        ? readTranscript(transcript.path, bytes, onEvent, { onSession })
        : readUnpacked(transcript.format, transcript.path, bytes, onEvent, { onSession });
    if (reading?.state !== 'read') return null;
    finishTranscript(transcript, reading.sessions);
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

  function save(transcript: TranscriptRow, derivation: number, facts: SessionFacts, writings: SessionWritings): number {
    const { session } = facts;
    const legitimate = journal.dismissals.countLegitimate(toRepositoryName(session));
    const found = findMoments(facts, { sound: 'both', legitimate });
    const record = toSessionRecord({ facts, derivation, moments: found.length, demo: transcript.demo, fileTime: new Date(transcript.mtimeMs).toISOString() });
    const factBySeq = toEventFacts(facts);
    const moments = found.map((moment) => toMomentRecord(moment, facts));
    journal.transaction(() => {
      if (!mayReplace(journal, transcript, session)) {
        journal.derivations.remove(derivation);
        return;
      }
      for (const [seq, fact] of factBySeq) journal.events.addFact(derivation, seq, fact);
      journal.origins.add(derivation, session, writings);
      journal.search.addTitle(derivation, record.title);
      replaceSession(journal, record);
      journal.moments.replace(session.id, moments);
    });
    return found.length;
  }

  /** Only when all of its sessions stand: an import that ends before this does them again. */
  function finishTranscript({ id }: TranscriptRow, summaries: readonly ReadSummary[]): void {
    const unknown = new Map<string, number>();
    for (const { unknownRecords } of summaries) for (const [name, count] of Object.entries(unknownRecords)) unknown.set(name, (unknown.get(name) ?? 0) + count);
    const last = summaries.at(-1)?.session.id;
    journal.transaction(() => {
      if (last) journal.transcripts.setDerived(id, last, derivedBy);
      journal.transcripts.setUnknownRecords(id, Object.fromEntries(unknown));
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

/** Of several copies of one session the longest speaks for it; of equally long ones, the first by path. A file's newer generation always takes over. */
function mayReplace(journal: Journal, transcript: TranscriptRow, session: Session): boolean {
  const known = journal.sessions.get(session.id);
  const current = known ? journal.derivations.getTranscript(known.derivation) : null;
  const other = current === null ? null : journal.transcripts.get(current);
  if (!other || other.id === transcript.id) return true;
  if (other.path === transcript.path && other.part === transcript.part) return transcript.generation > other.generation;
  return transcript.captured > other.captured || (transcript.captured === other.captured && transcript.path < other.path);
}

function replaceSession(journal: Journal, record: NewSession): void {
  const before = journal.sessions.get(record.id)?.derivation;
  journal.sessions.save(record);
  if (before !== undefined && before !== record.derivation) journal.derivations.remove(before);
}
