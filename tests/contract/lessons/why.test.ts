/** `rounds why` on a line that a lesson holds to, with what this machine last saw of the team. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { anchorLines } from '../../../src/app/lessons/anchor-lines.ts';
import { openJournal } from '../../../src/journal/open-journal.ts';
import type { Lesson } from '../../../src/model/team/lesson.ts';
import { runRounds } from '../cli/run-rounds.ts';
import { createRepository, type LessonsRepository } from './lessons-workshop.ts';

let home: string;
let repository: LessonsRepository;
beforeEach(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'rounds why ')));
  repository = createRepository(join(home, 'books'));
  repository.commit('src/ledger.js', 'const rows = [];\n\nexport function append(row) {\n  rows.push(row);\n  total += row.amount;\n}\n');
  const made = await anchorLines(repository.root, { file: 'src/ledger.js', startLine: 4, endLine: 5 });
  if (!made.ok) throw new Error(made.problem.what);
  const opened = openJournal({ home: join(home, 'state') });
  if (!opened.ok) throw new Error(opened.problem.what);
  const lesson = {
    id: 'l_00000000000000aa',
    pair: null,
    round: null,
    case: null,
    author: 'anna',
    authors: ['anna'],
    tags: [],
    publishedAt: null,
    createdAt: '2026-03-01T10:00:00.000Z',
    updatedAt: '2026-03-01T10:00:00.000Z',
    retiredAt: null,
    stale: false,
    rule: 'Push the row before the total.\u001b[31m',
    reasoning: 'A reader may look in between.',
    anchors: [{ ...made.value, staleAt: null, staleCommit: null }],
  } as unknown as Lesson;
  opened.value.lessons.replace(made.value.repository, [lesson]);
  opened.value.close();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const why = (line: number, ...more: string[]) => runRounds(['why', `src/ledger.js:${line}`, ...more], { home, cwd: repository.root });

test('shows the rule and the reason, and nothing that a terminal would obey', () => {
  const { stdout } = why(5);
  expect(stdout).toMatch(/lesson +Push the row before the total\..*\(l_00000000000000aa, 2026-03-01\)\n +A reader may look in between\./);
  expect(stdout).not.toContain('\u001b[31m');
});

test('says in JSON which lines it holds to, where they are now', () => {
  repository.write('src/ledger.js', `// Books.\n${repository.read('src/ledger.js')}`);
  expect(JSON.parse(why(6, '--json').stdout)).toMatchObject({
    lessons: [{ id: 'l_00000000000000aa', symbol: 'append', startLine: 5, endLine: 6, stale: null }],
  });
});

test('shows none on other lines, nor once its function is gone', () => {
  expect(JSON.parse(why(1, '--json').stdout)).toMatchObject({ lessons: [] });
  repository.commit('src/ledger.js', 'const rows = [];\n\nexport function add(row) {\n  rows.push(row);\n  sum += row.net;\n}\n');
  expect(JSON.parse(why(5, '--json').stdout)).toMatchObject({ lessons: [] });
});

test('shows it as stale once its code is another, with the commit that changed it', () => {
  const changed = repository.commit('src/ledger.js', repository.read('src/ledger.js').replace('row.amount', 'row.net'));
  repository.commit('src/ledger.js', `${repository.read('src/ledger.js')}// The end.\n`);
  expect(JSON.parse(why(5, '--json').stdout)).toMatchObject({
    lessons: [{ id: 'l_00000000000000aa', startLine: 3, endLine: 6, stale: { commit: { sha: changed, subject: 'change src/ledger.js' } } }],
  });
  expect(why(5).stdout.replaceAll(/\s+/g, ' ')).toContain(`Stale: its code was changed by ${changed.slice(0, 10)} change src/ledger.js. Does it still hold?`);
});

test('says that the change is not committed yet', () => {
  repository.write('src/ledger.js', repository.read('src/ledger.js').replace('row.amount', 'row.net'));
  expect(JSON.parse(why(5, '--json').stdout)).toMatchObject({ lessons: [{ stale: { commit: null } }] });
});
