import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal, type Journal } from '../../journal/open-journal.ts';
import type { SessionEvent } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Environment } from '../environment.ts';
import { importTranscripts, type ImportReport } from './import-transcripts.ts';
import { readDerivedLine } from './read-derived-line.ts';
import { readKeptBytes } from './read-kept-bytes.ts';

let folder: string;
let journals: Journal[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds import '));
  journals = [];
});
afterEach(() => {
  for (const journal of journals) journal.close();
  rmSync(folder, { recursive: true, force: true });
});

const take = <T>(result: Result<T, Problem>): T => {
  if (!result.ok) throw new Error(result.problem.what);
  return result.value;
};

function openFresh(name: string): Journal {
  const journal = take(openJournal({ home: join(folder, name) }));
  journals.push(journal);
  return journal;
}

const environment: Environment = { variables: {}, platform: 'linux', userHome: '/nowhere', folder: '/', version: '1.2.3', demoFolder: '/nowhere' };
const CLOCK = new Date('2026-03-02T10:00:00Z');

const bring = async (journal: Journal, ...paths: string[]): Promise<ImportReport> =>
  take(await importTranscripts({ journal, environment, clock: () => CLOCK }, { paths }));

/** A line of Claude Code's, with words of our own. */
function toLine(index: number, text: string, sessionId = 'aaaaaaaa-0000-4000-8000-000000000001'): string {
  const isPrompt = index % 3 === 0;
  const record = {
    parentUuid: null,
    uuid: `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`,
    sessionId,
    timestamp: new Date(CLOCK.getTime() + index * 1000).toISOString(),
    cwd: '/home/you/shop',
    version: '2.1.20',
    userType: 'external',
    isSidechain: false,
    type: isPrompt ? 'user' : 'assistant',
    message: isPrompt ? { role: 'user', content: text } : { id: `msg_${index}`, role: 'assistant', model: 'm', content: [{ type: 'text', text }] },
  };
  return `${JSON.stringify(record)}\n`;
}

const texts = (count: number): string[] => Array.from({ length: count }, (_, index) => toLine(index, `words ${index}`));

/** Everything a person could see of the journal, without its row numbers. */
function readAll(journal: Journal): unknown {
  return journal.sessions.list({ limit: 100 }).map(({ derivation, sortAt, ...session }) => ({
    ...session,
    sortAt: session.startedAt ? sortAt : null,
    detail: journal.sessions.getDetail(session.id),
    events: journal.events.list(derivation, 0, 10_000),
    facts: journal.events.listFacts(derivation, 0, 10_000),
    moments: journal.moments.listOfSession(session.id).map(({ moment, ...record }) => ({ ...record, moment: { ...moment, file: '' } })),
  }));
}

const eventsOf = (journal: Journal): SessionEvent[] =>
  journal.sessions.list({ limit: 100 }).flatMap(({ derivation }) => journal.events.list(derivation, 0, 10_000));

describe('importing', () => {
  it('in any pieces gives what the whole gives, whatever the cuts', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
        fc.boolean(),
        async (words, cuts, endsInNewline) => {
          run += 1;
          const whole = Buffer.from(words.map((word, index) => toLine(index, `w ${word}`)).join(''));
          const bytes = endsInNewline ? whole : whole.subarray(0, -1);
          const [pieces, once] = [join(folder, `pieces${run}.jsonl`), join(folder, `once${run}.jsonl`)];
          const inPieces = openFresh(`pieces home ${run}`);
          let written = 0;
          for (const cut of [...cuts.sort((a, b) => a - b), 1]) {
            const until = Math.round(cut * bytes.length);
            appendFileSync(pieces, bytes.subarray(written, until));
            written = until;
            await bring(inPieces, pieces);
          }
          writeFileSync(once, bytes);
          const atOnce = openFresh(`once home ${run}`);
          await bring(atOnce, once);
          await bring(atOnce, once);
          expect(readAll(inPieces)).toEqual(readAll(atOnce));
          expect(eventsOf(atOnce)).toHaveLength(words.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('finds nothing new the second time, and reads only the file that grew', async () => {
    const journal = openFresh('home');
    const [one, two] = [join(folder, 'one.jsonl'), join(folder, 'two.jsonl')];
    writeFileSync(one, texts(5).join(''));
    writeFileSync(two, Array.from({ length: 3 }, (_, index) => toLine(index, 'other', 'bbbbbbbb-0000-4000-8000-000000000002')).join(''));
    expect(await bring(journal, one, two)).toMatchObject({ files: 2, filesNew: 2, sessions: 2 });
    expect(await bring(journal, one, two)).toMatchObject({ files: 2, filesNew: 0, sessions: 0 });
    appendFileSync(one, toLine(5, 'more'));
    expect(await bring(journal, one, two)).toMatchObject({ filesNew: 1, sessions: 1 });
    expect(journal.sessions.list({ limit: 10 })).toHaveLength(2);
  });

  it('keeps every byte it once read, though the file is rewritten, cut short or deleted', async () => {
    const journal = openFresh('home');
    const path = join(folder, 'one.jsonl');
    const first = texts(6).join('');
    writeFileSync(path, first);
    await bring(journal, path);
    const [kept] = journal.transcripts.listCurrent();

    truncateSync(path, 100);
    await bring(journal, path);
    expect(eventsOf(journal)).toHaveLength(6);

    writeFileSync(path, Array.from({ length: 8 }, (_, index) => toLine(index + 100, 'rewritten')).join(''));
    await bring(journal, path);
    expect(eventsOf(journal)).toHaveLength(14);
    expect(Buffer.concat([...readKeptBytes(journal, kept?.id ?? 0)]).toString()).toBe(first);

    rmSync(path);
    mkdirSync(join(folder, 'empty'));
    await bring(journal, join(folder, 'empty'));
    expect(eventsOf(journal)).toHaveLength(14);
  });

  it('shows everything it ever read of a file that is rewritten again and again, each record once and in order', async () => {
    const journal = openFresh('home');
    const path = join(folder, 'one.jsonl');
    const lines = texts(12);
    const texted = (): string[] => eventsOf(journal).map((event) => ('text' in event ? event.text : ''));
    const write = async (...written: (string | undefined)[]): Promise<void> => {
      writeFileSync(path, written.join(''));
      await bring(journal, path);
    };
    await write(...lines.slice(0, 6));
    // Compacted: a summary in place of the beginning.
    await write(toLine(100, 'what was said before'), ...lines.slice(4, 8));
    await write(lines[0], ...lines.slice(7, 9));
    expect(texted()).toEqual(['words 0', 'words 1', 'words 2', 'words 3', 'what was said before', ...[4, 5, 6, 7, 8].map((index) => `words ${index}`)]);
    await write(lines[0], ...lines.slice(7, 12));
    expect(texted().slice(-3)).toEqual(['words 9', 'words 10', 'words 11']);
    const events = eventsOf(journal);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index));
    const [session] = journal.sessions.list({ limit: 1 });
    for (const event of events) expect(readDerivedLine(journal, session?.derivation ?? 0, event.line)).toContain(event.id);
    rmSync(path);
    const newer = { ...environment, version: '9.9.9' };
    mkdirSync(join(folder, 'empty'));
    take(await importTranscripts({ journal, environment: newer, clock: () => CLOCK }, { paths: [join(folder, 'empty')] }));
    expect(eventsOf(journal)).toEqual(events);
  });

  it('puts together what two copies of a session hold, in whichever order they come', async () => {
    const lines = texts(9);
    writeFileSync(join(folder, 'a.jsonl'), lines.slice(0, 6).join(''));
    writeFileSync(join(folder, 'b.jsonl'), lines.slice(3, 9).join(''));
    for (const [name, time] of Object.entries({ 'a.jsonl': 1000, 'b.jsonl': 2000 })) utimesSync(join(folder, name), time, time);
    const [forth, back] = [openFresh('forth'), openFresh('back')];
    for (const name of ['a.jsonl', 'b.jsonl']) await bring(forth, join(folder, name));
    for (const name of ['b.jsonl', 'a.jsonl']) await bring(back, join(folder, name));
    expect(eventsOf(forth).map(({ id }) => id.slice(0, 8))).toEqual(lines.map((_, index) => String(index).padStart(8, '0')));
    expect(readAll(forth)).toEqual(readAll(back));
  });

  it('keeps two sessions apart that were written to the same path', async () => {
    const journal = openFresh('home');
    const path = join(folder, 'one.jsonl');
    writeFileSync(path, texts(4).join(''));
    await bring(journal, path);
    writeFileSync(path, Array.from({ length: 3 }, (_, index) => toLine(index, 'other', 'bbbbbbbb-0000-4000-8000-000000000002')).join(''));
    await bring(journal, path);
    expect(
      journal.sessions
        .list({ limit: 10 })
        .map(({ counts }) => counts.events)
        .sort(),
    ).toEqual([3, 4]);
  });

  it('goes on where a file that was cut short grows again to what it was, and more', async () => {
    const journal = openFresh('home');
    const path = join(folder, 'one.jsonl');
    const lines = texts(6);
    writeFileSync(path, lines.join(''));
    await bring(journal, path);
    writeFileSync(path, lines.slice(0, 3).join(''));
    await bring(journal, path);
    writeFileSync(path, [...lines, toLine(6, 'and one more')].join(''));
    await bring(journal, path);
    expect(eventsOf(journal)).toHaveLength(7);
    expect(journal.transcripts.listCurrent()).toMatchObject([{ generation: 1, lines: 7 }]);
  });

  it('takes one of several copies of a session, the longest, in whichever order they come', async () => {
    const [short, long] = [join(folder, 'a.jsonl'), join(folder, 'b.jsonl')];
    writeFileSync(short, texts(3).join(''));
    writeFileSync(long, texts(6).join(''));
    const [forth, back] = [openFresh('forth'), openFresh('back')];
    await bring(forth, short);
    await bring(forth, long);
    await bring(back, long);
    await bring(back, short);
    expect(eventsOf(forth)).toHaveLength(6);
    expect(readAll(forth)).toEqual(readAll(back));
  });

  it('reads kept sessions again when the readers or rules are newer, though their files are gone', async () => {
    const journal = openFresh('home');
    const path = join(folder, 'one.jsonl');
    writeFileSync(path, texts(4).join(''));
    await bring(journal, path);
    const before = readAll(journal);
    rmSync(path);
    const newer = { ...environment, version: '9.9.9' };
    mkdirSync(join(folder, 'empty'));
    expect(take(await importTranscripts({ journal, environment: newer, clock: () => CLOCK }, { paths: [join(folder, 'empty')] }))).toMatchObject({
      sessions: 1,
    });
    expect(readAll(journal)).toEqual(before);
  });

  it('is whole when two importers run at once', async () => {
    const path = join(folder, 'one.jsonl');
    writeFileSync(path, texts(40).join(''));
    const [one, two] = [openFresh('home'), openFresh('home')];
    await Promise.all([bring(one, path), bring(two, path)]);
    expect(one.transcripts.listCurrent()).toHaveLength(1);
    expect(eventsOf(one)).toHaveLength(40);
  });

  it('names what it cannot read and does the rest', async () => {
    const journal = openFresh('home');
    writeFileSync(join(folder, 'good.jsonl'), texts(2).join(''));
    writeFileSync(
      join(folder, 'cut.jsonl'),
      `${Array.from({ length: 2 }, (_, index) => toLine(index, 'x', 'cccccccc-0000-4000-8000-000000000003')).join('')}{"type":"us`,
    );
    writeFileSync(join(folder, 'binary.jsonl'), Buffer.from([0, 1, 2, 3, 0, 255]));
    writeFileSync(join(folder, 'notes.txt'), 'nothing to do with it');
    const { sessions, problems } = await bring(journal, folder);
    expect(sessions).toBe(2);
    expect(problems.map(({ file }) => file.slice(folder.length + 1)).sort()).toEqual(['binary.jsonl', 'cut.jsonl']);
  });

  it('does not stumble over a file whose time changed and nothing else', async () => {
    const journal = openFresh('home');
    const path = join(folder, 'one.jsonl');
    writeFileSync(path, texts(3).join(''));
    await bring(journal, path);
    utimesSync(path, new Date(0), new Date(0));
    await bring(journal, path);
    expect(journal.transcripts.listCurrent()).toMatchObject([{ generation: 1, lines: 3 }]);
    expect(readFileSync(path, 'utf8')).toBe(texts(3).join(''));
  });
});
