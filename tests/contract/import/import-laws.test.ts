/** Laws of importing, over fixtures of every source, real files and real journals. */
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSessionDeriver } from '../../../src/app/import/derive-session.ts';
import { toDerivedBy } from '../../../src/app/import/derived-by.ts';
import { importFile } from '../../../src/app/import/import-file.ts';
import { importTranscripts, type ImportReport } from '../../../src/app/import/import-transcripts.ts';
import { openJournal, type Journal } from '../../../src/journal/open-journal.ts';
import { findTranscripts } from '../../../src/sources/find-transcripts.ts';
import { runRounds } from '../cli/run-rounds.ts';
import { take } from '../server/start-test-server.ts';
import { readJournal } from './read-journal.ts';
import { startRounds } from './start-rounds.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const SESSIONS = readdirSync(fixtures)
  .map((agent) => join(fixtures, agent, 'sessions'))
  .filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory())
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => /\.(?:jsonl|json|md)$/.test(path));
const VERSION = '1.2.3';
const clock = () => new Date('2026-03-02T10:00:00Z');
const WHEN = clock().getTime() / 1000;

let folder: string;
let journals: Journal[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds laws '));
  journals = [];
});
afterEach(() => {
  for (const journal of journals) journal.close();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
const nextName = (): string => `n${(count += 1)}`;

function open(home = nextName()): Journal {
  const journal = take(openJournal({ home: join(folder, home), durability: 'rebuildable' }));
  journals.push(journal);
  return journal;
}

const environment = () => ({ variables: {}, platform: 'linux' as const, userHome: '/nowhere', folder, version: VERSION, demoFolder: '/nowhere' });
const bring = async (journal: Journal, path: string): Promise<ImportReport> =>
  take(await importTranscripts({ journal, environment: environment(), clock }, { paths: [path] }));

/** A session without times of its own has that of its file. */
function write(path: string, bytes: Uint8Array): void {
  writeFileSync(path, bytes);
  utimesSync(path, WHEN, WHEN);
}

describe('importing', () => {
  it('twice is once, whatever lies together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(SESSIONS, { minLength: 1, maxLength: 8 }), async (chosen) => {
        const place = join(folder, nextName());
        mkdirSync(place);
        for (const path of chosen) {
          copyFileSync(path, join(place, basename(path)));
          utimesSync(join(place, basename(path)), WHEN, WHEN);
        }
        const journal = open();
        await bring(journal, place);
        const once = readJournal(journal);
        expect(await bring(journal, place)).toMatchObject({ filesNew: 0, sessions: 0, moments: 0 });
        expect(readJournal(journal)).toEqual(once);
        expect(once.length).toBeGreaterThan(0);
      }),
      { numRuns: 10 },
    );
  });

  it('any beginning of a file and then the rest is the whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SESSIONS.filter((path) => !path.endsWith('.json'))),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 }),
        async (fixture, cuts) => {
          const bytes = readFileSync(fixture);
          const place = join(folder, nextName());
          mkdirSync(place);
          const path = join(place, basename(fixture));
          const [inPieces, atOnce] = [open(), open()];
          for (const cut of [...cuts.toSorted((a, b) => a - b), 1]) {
            write(path, bytes.subarray(0, Math.round(cut * bytes.length)));
            await bring(inPieces, path);
          }
          await bring(atOnce, path);
          expect(readJournal(inPieces)).toEqual(readJournal(atOnce));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('by two importers, one at work whenever the other takes a step, is as by one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SESSIONS.filter((path) => path.endsWith('.jsonl'))),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.nat({ max: 25 }), { minLength: 1, maxLength: 3 }),
        async (fixture, cut, steps) => {
          const bytes = readFileSync(fixture);
          const place = join(folder, nextName());
          mkdirSync(place);
          const path = join(place, basename(fixture));
          const begun = Math.round(cut * bytes.length);
          write(path, bytes.subarray(0, begun));
          const home = nextName();
          const [one, other, alone] = [open(home), open(home), open()];
          // The agent writes on, and the other importer reads it, in the middle of the first one's work.
          let step = 0;
          let written = begun;
          const interleave = (): void => {
            if (!steps.includes(step++)) return;
            const until = Math.min(bytes.length, written + Math.ceil((bytes.length - begun) / steps.length));
            appendFileSync(path, bytes.subarray(written, until));
            utimesSync(path, WHEN, WHEN);
            written = until;
            importNow(other, path);
          };
          importNow(callBefore(one, interleave), path);
          write(path, bytes);
          await bring(one, path);
          await bring(alone, path);
          expect(readJournal(other)).toEqual(readJournal(alone));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of several copies of one session, by two importers, one at work whenever the other takes a step, is as by one', async () => {
    const copies = SESSIONS.filter((path) => path.includes('claude-code') && readFileSync(path, 'utf8').includes('"sessionId":"11111111-2222'));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(copies, { minLength: 3, maxLength: 4 }),
        fc.array(fc.nat({ max: 25 }), { minLength: 1, maxLength: 3 }),
        async (chosen, steps) => {
          const place = join(folder, nextName());
          mkdirSync(place);
          for (const path of chosen) write(join(place, basename(path)), readFileSync(path));
          const [first = '', mine = '', ...others] = chosen.map((path) => join(place, basename(path)));
          const home = nextName();
          const [one, other, alone] = [open(home), open(home), open()];
          importNow(other, first);
          let step = 0;
          const interleave = (): void => {
            const next = steps.includes(step++) ? others.shift() : undefined;
            if (next) importNow(other, next);
          };
          importNow(callBefore(one, interleave), mine);
          await bring(one, place);
          await bring(alone, place);
          expect(readJournal(other)).toEqual(readJournal(alone));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('by several processes at once, while a session goes on, is as by one', async () => {
    const home = join(folder, 'home');
    const place = join(home, 'sessions');
    mkdirSync(place, { recursive: true });
    const lines = readFileSync(join(fixtures, 'codex', 'sessions', 'tui-0.140.jsonl'), 'utf8').split(/(?<=\n)/);
    const live = join(place, 'live.jsonl');
    for (const path of SESSIONS.filter((each) => each.includes('claude-code'))) copyFileSync(path, join(place, basename(path)));
    writeFileSync(live, lines.slice(0, 5).join(''));
    const running = [1, 2, 3].map(() => startRounds(['import', place], home));
    for (const line of lines.slice(5)) {
      appendFileSync(live, line);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const { ended } of running) expect([0, 3]).toContain((await ended).code);
    expect([0, 3]).toContain(runRounds(['import', place], { home }).status);
    const together = open(join('home', 'state'));
    const alone = open();
    await bring(alone, place);
    expect(readJournal(together)).toEqual(readJournal(alone));
  });
});

/** One file, at once, without a pause in which others could be at work. */
function importNow(journal: Journal, path: string): void {
  const derivedBy = toDerivedBy(VERSION);
  for (const { bytes: size, changedAt: mtimeMs, inode, isGiven } of findTranscripts([path]).files) {
    const deps = { journal, deriver: createSessionDeriver({ journal, derivedBy, clock }), derivedBy, clock };
    importFile(deps, { path, size, mtimeMs, inode, isGiven, known: journal.transcripts.getCurrent(path) ?? undefined }, { demo: false, mayBeInUse: false });
  }
}

/** The journal, with a pause before each of its transactions and each piece it reads. */
function callBefore(journal: Journal, pause: () => void): Journal {
  let isInside = false;
  const pauseOutside = (): void => {
    if (!isInside) pause();
  };
  return {
    ...journal,
    transaction: (work) => {
      pauseOutside();
      return journal.transaction(() => {
        const before = isInside;
        isInside = true;
        try {
          return work();
        } finally {
          isInside = before;
        }
      });
    },
    segments: {
      ...journal.segments,
      *read(transcript, from) {
        for (const piece of journal.segments.read(transcript, from)) {
          pauseOutside();
          yield piece;
        }
      },
    },
  };
}
