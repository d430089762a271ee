import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal, type Journal } from '../../journal/open-journal.ts';
import { loadSqlite } from '../../sources/load-sqlite.ts';
import type { MomentId } from '../../model/moment.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Round, RoundId } from '../../model/round.ts';
import { exportJournal } from '../export-journal.ts';
import { importJournal, type Merged } from '../import-journal.ts';
import { importTranscripts } from '../import/import-transcripts.ts';

let folder: string;
let journals: Journal[];
let files: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds merge '));
  journals = [];
  files = 0;
});
afterEach(() => {
  for (const journal of journals) journal.close();
  rmSync(folder, { recursive: true, force: true });
});

const clock = () => new Date('2026-03-02T10:00:00Z');
const take = <T>(result: Result<T, Problem>): T => {
  if (!result.ok) throw new Error(`${result.problem.what} ${result.problem.why ?? ''}`);
  return result.value;
};
const toEnvironment = () => ({ variables: {}, platform: 'linux' as const, userHome: '/nowhere', folder, version: '1.2.3', demoFolder: '/nowhere' });

function openFresh(): Journal {
  const journal = take(openJournal({ home: join(folder, `home ${journals.length}`) }));
  journals.push(journal);
  return journal;
}

function exportOf(journal: Journal): string {
  files += 1;
  return take(exportJournal({ journal, environment: toEnvironment(), clock }, { file: `journal ${files}.rounds`, force: false })).file;
}

async function bring(journal: Journal, paths: string[]): Promise<void> {
  take(await importTranscripts({ journal, environment: toEnvironment(), clock }, { paths }));
}

async function merge(journal: Journal, file: string): Promise<Merged> {
  const merged = take(importJournal({ journal }, file));
  await bring(journal, []);
  return merged;
}

const toLine = (session: number, index: number): string =>
  `${JSON.stringify({
    uuid: `${session}000000${index % 10}-0000-4000-8000-00000000000${Math.floor(index / 10)}`,
    sessionId: `aaaaaaa${session}-0000-4000-8000-000000000001`,
    timestamp: new Date(clock().getTime() + index * 1000).toISOString(),
    cwd: '/home/you/shop',
    version: '2.1.20',
    userType: 'external',
    isSidechain: false,
    type: 'user',
    message: { role: 'user', content: `words ${session} ${index}` },
  })}\n`;

const MOMENT = 'm_0123456789abcdef' as MomentId;
const STEPS = [
  ['call', 'framed', 'sealing'],
  ['seal', 'sealing', 'revealed'],
  ['debrief', 'revealed', 'debrief'],
  ['close', 'debrief', 'closed'],
] as const;

/** A round after so many steps; `who` tells apart what two machines did. */
function toRound(id: number, steps: number, who: string): Round {
  const log = STEPS.slice(0, steps).map(([action, from, to], index) => ({
    at: `2026-03-02T0${index}:00:00Z`,
    person: index === 0 ? 'me' : who,
    action,
    from,
    to,
  }));
  const participants = [{ person: 'me', draft: { reason: who } }];
  return { log, id: `r_000000000000000${id}` as RoundId, moment: MOMENT, state: log.at(-1)?.to ?? 'framed', participants, createdAt: '2026-03-02T00:00:00Z' };
}

/** What a person has, whatever rows it lies in. */
const readAll = (journal: Journal): unknown => ({
  sessions: journal.sessions.list({ limit: 100 }).map(({ id, derivation }) => ({
    id,
    events: journal.events.list(derivation, 0, 1000).map((event) => [event.seq, event.line, event.id, 'text' in event && event.text]),
  })),
  rounds: journal.rounds.list().map((round) => [round.id, round.state, round.participants, round.log]),
  dismissals: journal.dismissals.list(),
  restored: journal.dismissals.listRestored(),
  offered: [...journal.today.listEverOffered()].sort(),
  conflicts: journal.conflicts.list(),
  readings: journal.readings.list(),
  sent: journal.sharingLog.list().map(({ at, moment, host, bytes, outcome }) => ({ at, moment, host, bytes, outcome })),
});

interface Having {
  /** Of each session: from which record to which this machine has. */
  readonly sessions: readonly { readonly session: number; readonly from: number; readonly to: number }[];
  readonly rounds: readonly { readonly id: number; readonly steps: number; readonly who: string }[];
  readonly dismissedAt: number | null;
  /** When that was taken back. */
  readonly restoredAt: number | null;
}

const having = fc
  .record<Having>({
    sessions: fc.uniqueArray(fc.record({ session: fc.integer({ min: 1, max: 3 }), from: fc.constantFrom(0, 0, 3), to: fc.integer({ min: 4, max: 12 }) }), {
      maxLength: 3,
      selector: ({ session }) => session,
    }),
    rounds: fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 3 }), steps: fc.integer({ min: 0, max: 4 }), who: fc.constantFrom('one', 'other') }), {
      maxLength: 3,
      selector: ({ id }) => id,
    }),
    dismissedAt: fc.option(fc.integer({ min: 1, max: 3 })),
    restoredAt: fc.option(fc.integer({ min: 1, max: 4 })),
  })
  .filter(({ sessions, rounds, dismissedAt, restoredAt }) => sessions.length + rounds.length > 0 || dismissedAt !== null || restoredAt !== null);

async function fill(journal: Journal, name: string, { sessions, rounds, dismissedAt, restoredAt }: Having): Promise<void> {
  const paths = sessions.map(({ session, from, to }) => {
    const path = join(folder, `${name} ${session}.jsonl`);
    writeFileSync(path, Array.from({ length: to - from }, (_, index) => toLine(session, from + index)).join(''));
    return path;
  });
  await bring(journal, paths);
  for (const { id, steps, who } of rounds) journal.rounds.put(toRound(id, steps, who));
  if (dismissedAt !== null) {
    const dismissal = { reason: 'wrong', note: name } as const;
    journal.dismissals.add({ moment: MOMENT, repository: null, rule: 'x', dismissal, at: `2026-03-0${dismissedAt}` });
    journal.readings.save({ moment: MOMENT, request: name, reader: 'model at host', at: `2026-03-0${dismissedAt}`, json: '{}' });
    const sent = journal.sharingLog.begin({ at: `2026-03-0${dismissedAt}`, moment: MOMENT, host: 'host', bytes: 10 });
    if (restoredAt !== null) journal.sharingLog.end(sent, 'answered');
    journal.today.markOffered(`m_${String(dismissedAt).padStart(16, '0')}` as MomentId);
  }
  if (restoredAt !== null && restoredAt > (dismissedAt ?? 0)) journal.dismissals.restore({ moment: MOMENT, at: `2026-03-0${restoredAt}` });
}

describe('one person, several machines', () => {
  it('two journals that take each other say the same, twice is once, and a third learns all from either', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(having, having, async (here, there) => {
        run += 1;
        const [one, other, fresh] = [openFresh(), openFresh(), openFresh()];
        await fill(one, `one ${run}`, here);
        await fill(other, `other ${run}`, there);
        const [fromOne, fromOther] = [exportOf(one), exportOf(other)];
        await merge(one, fromOther);
        await merge(other, fromOne);
        const all = readAll(one);
        expect(readAll(other)).toEqual(all);
        expect(await merge(one, fromOther)).toEqual({ transcripts: 0, rounds: 0, conflicts: 0 });
        // And back: what came from here is known here.
        expect(await merge(one, exportOf(other))).toMatchObject({ transcripts: 0, rounds: 0 });
        expect(readAll(one)).toEqual(all);
        for (const file of run % 2 ? [fromOne, fromOther] : [fromOther, fromOne]) await merge(fresh, file);
        expect(readAll(fresh)).toEqual(all);
      }),
      { numRuns: 12 },
    );
  });

  it('goes on with the round that came furthest and keeps what the other machine did', async () => {
    const [one, other] = [openFresh(), openFresh()];
    one.rounds.put(toRound(1, 3, 'one'));
    other.rounds.put(toRound(1, 2, 'other'));
    one.rounds.put(toRound(2, 1, 'one'));
    other.rounds.put(toRound(2, 4, 'one'));
    expect(await merge(one, exportOf(other))).toEqual({ transcripts: 0, rounds: 1, conflicts: 1 });
    expect(one.rounds.list().map(({ id, state }) => [id.at(-1), state])).toEqual([
      ['1', 'debrief'],
      ['2', 'closed'],
    ]);
    expect(one.conflicts.list()).toMatchObject([{ kind: 'round', id: toRound(1, 0, '').id, json: expect.stringContaining('"other"') as string }]);
  });

  it('a dismissal that was taken back later on one machine does not come again from the other, and may be made anew', async () => {
    const [one, other] = [openFresh(), openFresh()];
    const dismiss = (journal: Journal, at: string): void =>
      journal.dismissals.add({ moment: MOMENT, repository: null, rule: 'x', dismissal: { reason: 'wrong' }, at });
    dismiss(one, '2026-03-01');
    await merge(other, exportOf(one));
    expect(other.dismissals.listMoments()).toEqual([MOMENT]);
    other.dismissals.restore({ moment: MOMENT, at: '2026-03-02' });
    await merge(other, exportOf(one));
    await merge(one, exportOf(other));
    expect([one, other].flatMap((journal) => journal.dismissals.listMoments())).toEqual([]);
    dismiss(one, '2026-03-03');
    await merge(other, exportOf(one));
    expect(other.dismissals.listMoments()).toEqual([MOMENT]);
    expect([...one.conflicts.list(), ...other.conflicts.list()]).toEqual([]);
  });

  it('of a session that grew on the other machine keeps one copy', async () => {
    const [one, other] = [openFresh(), openFresh()];
    const grow = async (to: number): Promise<void> =>
      fill(other, 'other', { sessions: [{ session: 1, from: 0, to }], rounds: [], dismissedAt: null, restoredAt: null });
    for (const to of [4, 8, 12]) {
      await grow(to);
      await merge(one, exportOf(other));
    }
    expect(one.transcripts.listKept()).toHaveLength(1);
    expect(one.sessions.list({ limit: 5 })).toMatchObject([{ counts: { events: 12 } }]);
  });
});

describe('a file that is not whole, or newer, changes nothing', () => {
  let file: string;
  beforeEach(async () => {
    const journal = openFresh();
    await fill(journal, 'x', { sessions: [{ session: 1, from: 0, to: 12 }], rounds: [{ id: 1, steps: 2, who: 'one' }], dismissedAt: 1, restoredAt: null });
    file = exportOf(journal);
  });
  const refusal = (): string => {
    const journal = openFresh();
    const before = readAll(journal);
    const merged = importJournal({ journal }, file);
    expect(readAll(journal)).toEqual(before);
    return merged.ok ? '' : `${merged.problem.tag}: ${merged.problem.what}`;
  };

  it('newer', () => {
    const db = new (loadSqlite().DatabaseSync)(file);
    db.exec('PRAGMA user_version = 2');
    db.close();
    expect(refusal()).toMatch(/bad-input: .* newer version/);
  });

  it('cut short, wherever', () => {
    const whole = readFileSync(file);
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      writeFileSync(file, whole);
      truncateSync(file, Math.floor(whole.length * share));
      expect(refusal()).toMatch(/bad-input: .* damaged/);
    }
  });

  it('with any byte changed', () => {
    const whole = readFileSync(file);
    fc.assert(
      fc.property(fc.integer({ min: 100, max: whole.length - 1 }), (at) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ 0x55;
        writeFileSync(file, changed);
        const journal = openFresh();
        const merged = importJournal({ journal }, file);
        // Bytes of a page that nothing is stored in change nothing.
        if (merged.ok) expect(journal.rounds.list()).toHaveLength(1);
        else expect([merged.problem.tag, journal.rounds.list(), journal.transcripts.listKept()]).toEqual(['bad-input', [], []]);
      }),
      { numRuns: 30 },
    );
  });
});
