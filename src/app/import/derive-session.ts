import { basename } from 'node:path';
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
import { readTranscript } from '../../sources/read-transcript.ts';
import type { ReadSummary } from '../../sources/source.ts';
import { readKeptBytes } from './read-kept-bytes.ts';
import { toEventFacts } from './to-event-facts.ts';
import { toMomentRecord } from './to-moment-record.ts';
import { toRepositoryName } from './to-repository-name.ts';
import { toSessionRecord } from './to-session-record.ts';

/** Rows written under one lock: a person sealing a judgement meanwhile waits a few milliseconds at most. */
const BATCH = 1000;

export interface SessionDeriver {
  /** Makes a session of a transcript's kept bytes, replacing what was made of them before. Returns what was read, or null where nothing could be. */
  readonly derive: (transcript: TranscriptRow) => { readonly summary: ReadSummary; readonly moments: number } | null;
}

export function createSessionDeriver({ journal, derivedBy, clock }: { journal: Journal; derivedBy: string; clock: () => Date }): SessionDeriver {
  const readCode = createCodeReader();

  function derive(transcript: TranscriptRow): { summary: ReadSummary; moments: number } | null {
    const derivation = journal.derivations.begin(transcript.id, clock().toISOString());
    const events = createEventWriter(journal, derivation);
    let builder: FactsBuilder | undefined;
    const build = (agent: AgentName): FactsBuilder => (builder ??= createFactsBuilder({ agent, file: transcript.path, readCode }));
    const reading = readTranscript(basename(transcript.path), readKeptBytes(journal, transcript.id), (event, agent) => {
      events.add(event);
      build(agent).add(event);
    });
    if (reading.state !== 'read') {
      journal.derivations.remove(derivation);
      return null;
    }
    events.flush();
    const { summary, agent } = reading;
    const facts = build(agent).finish(summary.session);
    const moments = save(transcript, derivation, facts, summary);
    return { summary, moments };
  }

  function save(transcript: TranscriptRow, derivation: number, facts: SessionFacts, summary: ReadSummary): number {
    const { session } = facts;
    const legitimate = journal.dismissals.countLegitimate(toRepositoryName(session));
    const found = findMoments(facts, { sound: 'both', legitimate });
    const record = toSessionRecord({ facts, derivation, moments: found.length, demo: transcript.demo, fileTime: new Date(transcript.mtimeMs).toISOString() });
    const factBySeq = toEventFacts(facts);
    const moments = found.map((moment) => toMomentRecord(moment, facts));
    journal.transaction(() => {
      journal.transcripts.setDerived(transcript.id, session.id, derivedBy);
      journal.transcripts.setUnknownRecords(transcript.id, summary.unknownRecords);
      if (!mayReplace(journal, transcript, session)) {
        journal.derivations.remove(derivation);
        return;
      }
      for (const [seq, fact] of factBySeq) journal.events.addFact(derivation, seq, fact);
      replaceSession(journal, record);
      journal.moments.replace(session.id, moments);
    });
    return found.length;
  }

  return { derive };
}

function createEventWriter(journal: Journal, derivation: number): { add: (event: SessionEvent) => void; flush: () => void } {
  let pending: SessionEvent[] = [];
  const flush = (): void => {
    const batch = pending;
    pending = [];
    journal.transaction(() => {
      for (const event of batch) journal.events.add(derivation, event);
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
  if (other.path === transcript.path) return transcript.generation > other.generation;
  return transcript.captured > other.captured || (transcript.captured === other.captured && transcript.path < other.path);
}

function replaceSession(journal: Journal, record: NewSession): void {
  const before = journal.sessions.get(record.id)?.derivation;
  journal.sessions.save(record);
  if (before !== undefined && before !== record.derivation) journal.derivations.remove(before);
}
