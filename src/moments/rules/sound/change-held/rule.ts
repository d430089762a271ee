import type { CommitFact, EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { changesCode } from '../../../rule/changes-code.ts';
import { toFileStem } from '../../../rule/file-stem.ts';
import { isCheck, isGreen, isSettled } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import { isTaken } from '../../../rule/is-taken.ts';
import { weighsOptions } from '../../../rule/weighs-options.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Few enough lines to judge on a screen, and enough to say something. */
const LEAST_LINES = 2;
const MOST_LINES = 45;
/** Without a test of its own: all tests, another check and the commit speak for so much and no more. */
const MOST_UNTESTED = 6;
/** No test and no type check reads these. */
const UNCHECKED: ReadonlySet<string> = new Set(['css', 'scss', 'less', 'html']);

const isTest = (run: Run): boolean => run.class === 'test' && isSettled(run);
const END = { seq: Infinity, line: 0 };

/** The run names the file, its test, or a folder it is in. */
function isIn({ path }: EditFact, stem: string, name: string): boolean {
  const folder = name.replace(/^\.\//, '').replace(/\/?(?:\.\.\.)?$/, '');
  return name.toLowerCase().includes(stem) || (folder.length > 2 && path.includes(`/${folder}/`));
}

interface Held {
  readonly edit: EditFact;
  readonly green: Run;
  readonly commit: CommitFact | undefined;
  readonly ownTest: EditFact | undefined;
}

/** Green at the first try after the change, over all tests or those of the file, and nothing changed the code in between the run and its commit. */
function findHeld(facts: SessionFacts, edit: EditFact, ofTurn: readonly EditFact[]): Held | undefined {
  const green = firstAfter(facts.runs, edit, (run) => isTest(run) && run.turn === edit.turn);
  if (green?.status !== 'passed') return undefined;
  if (listBetween(facts.runs, edit, green).some((run) => isCheck(run) && run.status === 'failed')) return undefined;
  const stem = toFileStem(edit.path);
  const ownTest = ofTurn.find((one) => one.role === 'test' && one.seq < green.seq && one.addedCount > one.removedCount && toFileStem(one.path) === stem);
  const commit = firstAfter(facts.commits, green);
  const also = listBetween(facts.runs, edit, commit ?? END).some((run) => run.class !== 'test' && isCheck(run) && isGreen(run));
  const isSmall = edit.addedCount + edit.removedCount <= MOST_UNTESTED;
  const reaches =
    green.scope === 'all' ? ownTest !== undefined || (commit !== undefined && also && isSmall) : green.scopeNames.some((name) => isIn(edit, stem, name));
  return reaches ? { edit, green, ownTest, commit } : undefined;
}

export const rule: Rule = {
  meta: {
    id: 'change-held',
    version: 2,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['a change with a test that reaches it'],
    activities: ['E3', 'E5'],
  },
  *find(facts) {
    for (const ofTurn of Map.groupBy(facts.edits, ({ turn }) => turn).values()) {
      const held = ofTurn
        .filter(
          (edit) =>
            edit.role === 'product' &&
            !UNCHECKED.has(edit.language ?? '') &&
            edit.change === 'update' &&
            edit.readBefore &&
            edit.fate.type === 'kept' &&
            changesCode(edit) &&
            isOwn(facts, edit),
        )
        .filter(({ addedCount, removedCount }) => addedCount + removedCount >= LEAST_LINES && addedCount + removedCount <= MOST_LINES)
        .flatMap((edit) => findHeld(facts, edit, ofTurn) ?? [])
        .filter(({ edit, green }) => weighsOptions(facts, edit) && isTaken(facts, green, [edit]) && isUncontested(facts, green, [edit]))
        .toSorted((a, b) => b.edit.addedCount - a.edit.addedCount)[0];
      if (!held) continue;
      const { edit, green, ownTest, commit } = held;
      yield {
        decision: { from: edit, shape: 'edit' },
        hindsight: [citeResult(green, `${green.command} passes`), ...(commit ? [citeResult(commit.run, `committed: ${commit.message}`)] : [])],
        evidence: [
          { place: edit, quote: edit.added.find(({ text }) => /\w{3}/.test(text))?.text ?? edit.shownPath },
          ...(ownTest ? [{ place: ownTest, quote: `${ownTest.shownPath} tests it` }] : []),
        ],
        confidence: ownTest ? 0.7 : 0.55,
        sources: 2,
        paths: [edit.path, ...(ownTest ? [ownTest.path] : [])],
        params: { file: edit.shownPath },
      };
    }
  },
};
