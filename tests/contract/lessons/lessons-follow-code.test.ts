/** A lesson holds to code in git, through moved lines and files, until the code itself moves on; then its authors are asked. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anchorLines } from '../../../src/app/lessons/anchor-lines.ts';
import { checkLessons } from '../../../src/app/lessons/check-lessons.ts';
import { exportLessons } from '../../../src/app/lessons/export-lessons.ts';
import { findLessonsAt } from '../../../src/app/lessons/find-lessons-at.ts';
import { createLessonsPort, type LessonsPort } from '../../../src/app/lessons/lessons-port.ts';
import { listRepositoryLessons } from '../../../src/app/lessons/list-lessons.ts';
import { tieLesson } from '../../../src/app/lessons/tie-lesson.ts';
import { watchLessons } from '../../../src/app/lessons/watch-lessons.ts';
import type { TieLesson } from '../../../src/model/api/lesson-places.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { problem } from '../../../src/model/problem.ts';
import { failed, type Result } from '../../../src/model/result.ts';
import { lessonSchema, type Lesson } from '../../../src/model/team/lesson.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { openLessonsWorkshop, type LessonsRepository } from './lessons-workshop.ts';

const LEDGER = `export class Ledger {
  append(row) {
    this.rows.push(row);
    this.total += row.amount;
  }

  clear() {
    this.rows = [];
  }
}
`;

function valueOf<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(`${result.problem.what} ${result.problem.why ?? ''}`);
  return result.value;
}

async function refusal(tied: Promise<Result<Lesson, Problem>>): Promise<string | null> {
  const done = await tied;
  return done.ok ? null : done.problem.what;
}

describeWithStore('lessons that hold to code', () => {
  let workshop: Awaited<ReturnType<typeof openLessonsWorkshop>>;
  beforeAll(async () => {
    workshop = await openLessonsWorkshop();
  });
  afterAll(() => workshop.close());

  const portOf = (person: string): LessonsPort => createLessonsPort(workshop.ask(person));

  async function keepAt(repository: LessonsRepository, startLine: number, endLine: number, rule = 'Push the row before the total.'): Promise<Lesson> {
    const anchor = valueOf(await anchorLines(repository.root, { file: 'src/ledger.js', startLine, endLine }));
    const json = { lesson: { rule, reasoning: 'A reader may look in between.', tags: [], anchors: [anchor] }, round: null, pair: workshop.seeded.pair };
    return valueOf(await workshop.ask('anna').ask(lessonSchema, { method: 'POST', path: '/api/team/lessons', json }));
  }

  test('from a changed line to its lesson, on another clone, without a network, until the code moves on', async () => {
    const repository = workshop.repository('books');
    repository.git('remote', 'add', 'origin', 'https://anna:secret@example.org/team/books.git');
    repository.commit('src/ledger.js', LEDGER);
    const lesson = await keepAt(repository, 3, 4);
    expect(lesson.anchors).toMatchObject([{ repository: 'example.org/team/books', path: 'src/ledger.js', symbol: 'Ledger.append', startLine: 3, endLine: 4 }]);
    expect(JSON.stringify(lesson)).not.toContain('secret');

    const clone = workshop.repository('clone of ben');
    clone.git('remote', 'add', 'origin', 'git@example.org:team/books.git');
    clone.git('pull', '-q', repository.root, 'main');
    const deps = { journal: workshop.openJournal('ben'), port: portOf('ben') };
    expect(valueOf(await checkLessons(deps, { folder: clone.root }))).toMatchObject({ lessons: 1, holding: 1, stale: [] });

    // Lines move, and the file with them.
    clone.git('mv', 'src/ledger.js', 'src/books.js');
    clone.commit('src/books.js', `// Books of a shop.\n\n${LEDGER}`);
    expect(valueOf(await checkLessons(deps, { folder: clone.root }))).toMatchObject({ holding: 1, stale: [] });
    const at = (line: number) => findLessonsAt(deps, { file: `${clone.root}/src/books.js`, line });
    expect(await at(5)).toMatchObject([{ id: lesson.id, rule: 'Push the row before the total.', startLine: 5, endLine: 6 }]);
    expect(await at(3)).toEqual([]);

    const moved = clone.commit('src/books.js', LEDGER.replace('row.amount', 'row.net'));
    const checked = valueOf(await checkLessons(deps, { folder: clone.root }));
    expect(checked).toMatchObject({ commit: moved, holding: 0, stale: [{ lesson: { id: lesson.id }, path: 'src/books.js', gone: false }] });
    expect(valueOf(await portOf('anna').get(lesson.id))).toMatchObject({ stale: true, anchors: [{ staleCommit: moved }] });
    expect(await at(3)).toMatchObject([{ id: lesson.id, stale: { commit: { sha: moved } } }]);
    expect(valueOf(await checkLessons(deps, { folder: clone.root })).stale).toEqual([]);

    const anew = valueOf(await anchorLines(clone.root, { file: 'src/books.js', startLine: 3, endLine: 4 }));
    expect(valueOf(await portOf('anna').anchor(lesson.id, { anchors: [anew] })).stale).toBe(false);
  });

  test('is tied to one more place, to another, and to none, in steps that lose nothing of somebody else', async () => {
    const repository = workshop.repository('tied');
    repository.commit('src/ledger.js', LEDGER);
    const lesson = await keepAt(repository, 3, 4, 'Say who pushes, and when.');
    const port = portOf('anna');
    const lines = (startLine: number, endLine: number, instead: TieLesson['instead'] = null, file = 'src/ledger.js'): Promise<Result<Lesson, Problem>> =>
      tieLesson(port, lesson.id, { folder: repository.root, file, startLine, endLine, instead });
    valueOf(await portOf('ben').reportStale(lesson.id, { stale: [{ n: 0, commit: 'd'.repeat(40) }] }));
    const two = valueOf(await lines(8, 8));
    expect(two.anchors.map(({ startLine, staleAt }) => [startLine, staleAt === null])).toEqual([
      [3, false],
      [8, true],
    ]);
    expect(await refusal(lines(8, 8))).toBe('It holds to these lines already.');
    expect(await refusal(lines(8, 99))).toBe('src/ledger.js has lines 1 to 10 there, not 8 to 99.');
    expect(await refusal(lines(1, 1, null, 'src/none.js'))).toBe('src/none.js cannot be read.');
    expect(await refusal(lines(1, 1, { n: 0, contentHash: 'ab'.repeat(32) }))).toBe('What this lesson holds to was changed meanwhile.');
    repository.write('src/ledger.js', LEDGER.replace('row.amount', 'row.net'));
    expect(await refusal(lines(3, 4))).toBe('These lines are not committed as they are.');
    expect(await refusal(tieLesson(port, lesson.id, { folder: workshop.base, file: 'a.js', startLine: 1, endLine: 1, instead: null }))).toMatch(/repository/);
    const asCleo = tieLesson(portOf('cleo'), lesson.id, { folder: repository.root, file: 'src/ledger.js', startLine: 8, endLine: 8, instead: null });
    expect(await refusal(asCleo)).toContain('There is no such lesson, or it is not shared with you.');

    repository.commit('src/ledger.js', LEDGER.replace('row.amount', 'row.net'));
    const anew = valueOf(await lines(3, 4, { n: 0, contentHash: two.anchors[0]?.contentHash ?? '' }));
    expect([anew.stale, anew.anchors.map(({ startLine }) => startLine)]).toEqual([false, [3, 8]]);

    // Taken away on a page that still shows what was there before.
    expect(await port.anchor(lesson.id, { anchors: [], seen: two.anchors })).toMatchObject({ ok: false });
    expect(valueOf(await port.get(lesson.id)).anchors).toEqual(anew.anchors);
    expect(valueOf(await port.anchor(lesson.id, { anchors: [], seen: anew.anchors })).anchors).toEqual([]);
  });

  test('says nothing where the code never was: on an older commit, on a branch without it, in another repository', async () => {
    const repository = workshop.repository('branches');
    const before = repository.commit('readme.md', '# Books\n');
    repository.git('checkout', '-q', '-b', 'feature');
    repository.commit('src/ledger.js', LEDGER);
    const lesson = await keepAt(repository, 3, 4);
    expect(lesson.anchors[0]?.repository).toBe(`commit:${before}`);
    repository.git('checkout', '-q', 'main');
    const deps = { journal: workshop.openJournal('anna'), port: portOf('anna') };
    expect(valueOf(await checkLessons(deps, { folder: repository.root }))).toMatchObject({ lessons: 1, holding: 0, stale: [] });

    // Brought to main as one commit of its own: from then on it is there to be missed.
    repository.git('merge', '-q', '--squash', 'feature');
    repository.git('commit', '-q', '-m', 'ledger');
    expect(valueOf(await checkLessons(deps, { folder: repository.root }))).toMatchObject({ holding: 1 });
    repository.git('rm', '-q', 'src/ledger.js');
    repository.git('commit', '-q', '-m', 'no ledger');
    expect(valueOf(await checkLessons(deps, { folder: repository.root })).stale).toMatchObject([{ lesson: { id: lesson.id }, gone: true }]);
  });

  test('holds to committed lines only', async () => {
    const repository = workshop.repository('not committed');
    repository.commit('src/ledger.js', LEDGER);
    repository.write('src/ledger.js', `// new\n${LEDGER.replace('row.amount', 'row.net')}`);
    expect(await anchorLines(repository.root, { file: 'src/ledger.js', startLine: 4, endLine: 5 })).toMatchObject({ ok: false, problem: { tag: 'conflict' } });
    expect(valueOf(await anchorLines(repository.root, { file: 'src/ledger.js', startLine: 4, endLine: 4 }))).toMatchObject({ startLine: 3, endLine: 3 });
  });

  test('is checked whenever a commit is made', async () => {
    const repository = workshop.repository('watched');
    repository.commit('src/ledger.js', LEDGER);
    const lesson = await keepAt(repository, 8, 8, 'Clear no rows that are booked.');
    const found: string[] = [];
    let wake: (() => void) | undefined;
    const watch = watchLessons({
      journal: workshop.openJournal('watching'),
      port: portOf('ben'),
      folder: repository.root,
      isRecursive: false,
      onChecked: (checked) => {
        found.push(checked.ok ? checked.value.stale.map((one) => one.lesson.id).join() : checked.problem.what);
        wake?.();
      },
      onBug: (error) => found.push(String(error)),
    });
    const told = async (count: number): Promise<void> => {
      while (found.length < count) await new Promise<void>((resolve) => (wake = resolve));
    };
    await told(1);
    repository.commit('src/ledger.js', LEDGER.replace('this.rows = []', 'this.rows.length = 0'));
    await told(2);
    await watch.stop();
    expect(found).toEqual(['', lesson.id]);
  });

  test('goes into the files that agents read, and out again when it is stale', async () => {
    const repository = workshop.repository('exported');
    repository.commit('src/ledger.js', LEDGER);
    repository.write('AGENTS.md', '# Agents\n\nRun the tests.\n');
    await keepAt(repository, 3, 4, 'Push the row first, then add.');
    const journal = workshop.openJournal('exporting');
    const write = async (as: 'agents-md' | 'skill', to: string, port = portOf('anna')) => {
      const { lessons, names } = valueOf(await listRepositoryLessons({ journal, port }, repository.root));
      return valueOf(exportLessons(lessons, { as, to, folder: repository.root, names }));
    };
    expect(await write('agents-md', 'AGENTS.md')).toMatchObject({ lessons: 1, changed: true });
    expect(repository.read('AGENTS.md')).toMatch(/^# Agents\n\nRun the tests\.\n\n<!-- rounds lessons: begin[\s\S]*\*\*Push the row first, then add\.\*\*/);
    expect(await write('agents-md', 'AGENTS.md')).toMatchObject({ changed: false });
    expect(await write('skill', '.claude/skills')).toMatchObject({ lessons: 1 });
    expect(repository.read('.claude/skills/team-lessons/SKILL.md')).toContain('Push the row first, then add.');

    repository.commit('src/ledger.js', 'export const ledger = null;\n');
    valueOf(await checkLessons({ journal, port: portOf('anna') }, { folder: repository.root }));
    // The team is away: what was last seen says that it is stale.
    const away = { ...portOf('anna'), list: () => Promise.resolve(failed(problem('cannot-reach', 'away'))) };
    expect(await write('agents-md', 'AGENTS.md', away)).toMatchObject({ lessons: 0, changed: true });
    expect(repository.read('AGENTS.md')).toBe('# Agents\n\nRun the tests.\n');
  });
});
