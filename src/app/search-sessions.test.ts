import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal, type Journal } from '../journal/open-journal.ts';
import { searchQuerySchema, type SearchResults } from '../model/api/search.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { loadSqlite } from '../sources/load-sqlite.ts';
import { importTranscripts } from './import/import-transcripts.ts';
import { removeDemo } from './remove-demo.ts';
import { searchSessions } from './search-sessions.ts';

let folder: string;
let journal: Journal;
const clock = (): Date => new Date('2026-03-10T10:00:00Z');
const environment = { variables: {}, platform: 'linux', userHome: '/nowhere', folder: '/', version: '1.2.3', demoFolder: '/nowhere' } as const;

const take = <T>(result: Result<T, Problem>): T => {
  if (!result.ok) throw new Error(result.problem.what);
  return result.value;
};
const bring = async (demo = false): Promise<void> => void take(await importTranscripts({ journal, environment, clock }, { paths: [folder], demo }));
const search = (query: string, rest: object = {}): SearchResults => take(searchSessions({ journal, clock }, searchQuerySchema.parse({ query, ...rest })));
const titlesOf = (results: SearchResults): string[] => results.sessions.map(({ title }) => title);
const hitsOf = (results: SearchResults): string[] => results.sessions.flatMap(({ hits }) => hits.map(({ kind, text }) => `${kind}: ${text}`));
/** Rows of the index in all, and those of readings that are no session's any more. */
const countRows = (): { all: number; stray: number } => {
  const db = new (loadSqlite().DatabaseSync)(journal.path, { readOnly: true });
  const row = db
    .prepare('SELECT count(*) AS "all", count(*) FILTER (WHERE rowid / 134217728 NOT IN (SELECT derivation FROM sessions)) AS stray FROM search')
    .get();
  db.close();
  return { all: Number(row?.['all']), stray: Number(row?.['stray']) };
};

let written = 0;
/** Lines of Claude Code's, with words of our own. */
function toLines(session: string, day: string, repository: string, contents: readonly (string | object)[]): string {
  return contents
    .map((content) => {
      written += 1;
      const isPrompt = typeof content === 'string' || (content as { type: string }).type === 'tool_result';
      const record = {
        uuid: `${String(written).padStart(8, '0')}-0000-4000-8000-000000000000`,
        sessionId: session,
        timestamp: `${day}T09:00:${String(written % 60).padStart(2, '0')}.000Z`,
        cwd: `/home/you/${repository}`,
        version: '2.1.20',
        userType: 'external',
        isSidechain: false,
        type: isPrompt ? 'user' : 'assistant',
        message: isPrompt
          ? { role: 'user', content: typeof content === 'string' ? content : [content] }
          : { id: `msg_${written}`, role: 'assistant', model: 'm', content: [content] },
      };
      return `${JSON.stringify(record)}\n`;
    })
    .join('');
}

const say = (text: string): object => ({ type: 'text', text });
const run = (id: string, command: string): object => ({ type: 'tool_use', id, name: 'Bash', input: { command } });
const end = (id: string, content: string): object => ({ type: 'tool_result', tool_use_id: id, content });

const OLD = 'aaaaaaaa-0000-4000-8000-000000000001';
const NEW = 'aaaaaaaa-0000-4000-8000-000000000002';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rounds search '));
  journal = take(openJournal({ home: mkdtempSync(join(tmpdir(), 'rounds search home ')) }));
  writeFileSync(
    join(folder, 'old.jsonl'),
    toLines(OLD, '2026-01-05', 'shop', [
      'The basket total is flaky on Mondays',
      run('t1', 'npm test -- basket'),
      end('t1', 'FAIL basket.test.ts: timeout'),
      say('I wait longer in loadBasketTotals now.'),
    ]),
  );
  writeFileSync(
    join(folder, 'new.jsonl'),
    toLines(NEW, '2026-03-09', 'birdhouse', [
      'The basket total is flaky on Mondays',
      { type: 'thinking', thinking: 'A race condition, perhaps.', signature: '' },
    ]),
  );
  await bring();
});
afterEach(() => {
  const { home } = journal;
  journal.close();
  for (const path of [folder, home]) rmSync(path, { recursive: true, force: true });
});

describe('search', () => {
  it('finds each kind of event, with where the words stand', () => {
    expect(hitsOf(search('mondays', { kind: 'prompt', repository: 'shop' }))).toEqual(['prompt: The basket total is flaky on Mondays']);
    expect(hitsOf(search('npm', { kind: 'command' }))).toEqual(['command: npm test -- basket']);
    expect(hitsOf(search('timeout'))).toEqual(['output: FAIL basket.test.ts: timeout']);
    expect(hitsOf(search('"race condition"'))).toEqual(['reasoning: A race condition, perhaps.']);
    const [hit] = search('basketTotals').sessions[0]?.hits ?? [];
    expect(hit?.marks.map(({ from, to }) => hit.text.slice(from, to))).toEqual(['BasketTotals']);
  });

  it('prefers the newer of two that are equally good', () => {
    expect(search('flaky mondays').sessions.map(({ repository }) => repository)).toEqual(['birdhouse', 'shop']);
  });

  it('keeps to a session, a repository and days', () => {
    const [newer, older] = search('flaky').sessions;
    expect(search('flaky', { session: older?.id }).sessions.map(({ id }) => id)).toEqual([older?.id]);
    expect(search('flaky', { repository: 'birdhouse' }).sessions.map(({ id }) => id)).toEqual([newer?.id]);
    expect(search('flaky', { to: '2026-02-01' }).sessions.map(({ id }) => id)).toEqual([older?.id]);
    expect(search('flaky', { agent: 'codex' })).toMatchObject({ sessions: [], sessionsTotal: 0, eventsTotal: 0 });
  });

  it('says so where nothing is asked for', () => {
    const asked = searchSessions({ journal, clock }, searchQuerySchema.parse({ query: '-basket' }));
    expect(asked).toMatchObject({ ok: false, problem: { tag: 'wrong-usage', next: 'Add a word to look for.' } });
  });

  it('stays in step when a session goes on, is read anew, or goes', async () => {
    appendFileSync(join(folder, 'old.jsonl'), toLines(OLD, '2026-01-06', 'shop', ['Now rename the wheelbarrow']));
    await bring();
    expect(titlesOf(search('wheelbarrow'))).toHaveLength(1);
    expect(search('mondays', { kind: 'prompt' }).eventsTotal).toBe(2);

    writeFileSync(join(folder, 'old.jsonl'), toLines(OLD, '2026-01-05', 'shop', ['Something else entirely']));
    await bring();
    expect(titlesOf(search('entirely'))).toHaveLength(1);
    expect(countRows()).toMatchObject({ all: expect.any(Number) as number, stray: 0 });
  });

  it('keeps no word of sessions that were removed', async () => {
    const before = countRows();
    writeFileSync(join(folder, 'demo.jsonl'), toLines('aaaaaaaa-0000-4000-8000-000000000003', '2026-03-01', 'demo', ['A heron in the demo']));
    await bring(true);
    expect(titlesOf(search('heron'))).toEqual(['A heron in the demo']);
    take(removeDemo({ journal }));
    expect(titlesOf(search('heron'))).toEqual([]);
    expect(countRows()).toEqual(before);
  });
});
