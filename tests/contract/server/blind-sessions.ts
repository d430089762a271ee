/** Sessions that are alike up to a decision and differ in what came later. Every later record holds a word found nowhere else. */
import { join } from 'node:path';
import { writeSession, type Step } from './write-session.ts';

/** Begins every word that only a record after the decision holds. */
export const LATER = 'zqlater';

const NEW_TESTS = [
  "test('one item', check);",
  "test('no items', () => {",
  '  const result = mean([]);',
  '  assert.equal(result, 0);',
  '});',
  "test('two items', () => {",
  '  assert.equal(mean([1, 3]), 2);',
  '});',
].join('\n');

/** A claim made after new tests were red and then, all of them, green: whether it held is only in what follows. */
const upToClaim = (name: string): Step[] => [
  { prompt: `Please make ${name} accept an empty list, and add a test for it.` },
  { say: 'I will look at the function and its test first.' },
  { edit: `test/${name}.test.js`, from: "test('one item', check);", to: NEW_TESTS },
  { run: 'npm test', prints: 'not ok 8 - no items\n  expected: 0\n  actual: NaN\n# tests 9\n# pass 8\n# fail 1', fails: true },
  { edit: `src/${name}.js`, from: 'return sum(items) / items.length;', to: 'return items.length === 0 ? 0 : sum(items) / items.length;' },
  { run: 'npm test', prints: '# tests 9\n# pass 9\n# fail 0' },
  { say: `Done. ${name} now works for an empty list and all tests pass.` },
];

const disproved: Step[] = [
  { prompt: `It still crashes with ${LATER}-one: TypeError, cannot read properties of undefined. The report page does not work.` },
  { say: `You are right, I was wrong about the callers. ${LATER}-two shows that null is passed.` },
  { edit: 'src/report.js', from: `render(${LATER}-three)`, to: `render(${LATER}-four ?? [])`, file: [`const ${LATER}five = 1;`] },
  { run: `npm test -- ${LATER}-six`, prints: `${LATER}-seven # pass 9`, fails: true },
  { summary: `Crash of ${LATER}-eight repaired` },
];

const vindicated: Step[] = [
  { prompt: `Great, thanks, ${LATER}-one looks right. Now please commit it.` },
  { say: `Of course: ${LATER}-two.` },
  { run: `git commit -am "${LATER}-three"`, prints: `[main 1234567] ${LATER}-four` },
  { summary: `Empty list ${LATER}-five handled` },
];

export interface BlindSessions {
  readonly folder: string;
  readonly lines: readonly string[];
}

/** @param startedAt when the first of them began */
export function writeBlindSessions(home: string, startedAt: string): BlindSessions {
  const folder = join(home, 'transcripts');
  const write = (id: string, name: string, later: readonly Step[]): string[] =>
    writeSession(join(folder, `${id}.jsonl`), { id, cwd: '/home/someone/ledger', startedAt, steps: [...upToClaim(name), ...later] });
  return { folder, lines: [...write('disproved', 'average', disproved), ...write('vindicated', 'median', vindicated)] };
}
