import type { Run } from '../../../facts/facts.ts';
import { readDestruction } from '../../../rule/destroys.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { makesBackup } from '../../../rule/makes-backup.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import { takesInWords } from '../../../rule/is-taken.ts';
import type { Rule } from '../../../rule/rule.ts';

/** What is thrown away unasked cannot be looked up afterwards. */
const FORCES = /\s(?:-D|--force|-f)(?:\s|$)/;
/** Events between the look and the command it is for. */
const NEAR = 12;
const OF_GIT: ReadonlySet<string> = new Set(['uncommitted work', 'history', 'shared branch']);
const LOOKS: ReadonlySet<string> = new Set(['status', 'diff', 'log', 'show', 'stash', 'branch', 'worktree', 'merge-base', 'rev-list', 'reflog']);

const looks = (run: Run): boolean =>
  run.status === 'passed' && run.commands.some(({ words }) => words.includes('git') && words.some((word) => LOOKS.has(word)));

export const rule: Rule = {
  meta: {
    id: 'looked-first',
    version: 2,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['what can be taken back?'],
    activities: ['E2', 'E8'],
  },
  *find(facts) {
    for (const run of facts.runs) {
      const losses = isOwn(facts, run) && run.status === 'passed' ? run.commands.map(readDestruction).filter((one) => one !== null) : [];
      // Files and data leave no trace to look up; what git would lose can be listed before.
      if (losses.length === 0 || FORCES.test(run.command) || losses.some(({ what }) => !OF_GIT.has(what)) || makesBackup(run)) continue;
      const look = listBetween(facts.runs, { seq: run.seq - NEAR, line: 0 }, run).findLast(looks);
      if (!look || makesBackup(look) || !isUncontested(facts, run, [])) continue;
      const answer = firstAfter(facts.humanTurns, run);
      if (!answer || !(takesInWords(answer) || answer.acts.has('approval'))) continue;
      yield {
        decision: { from: run, shape: 'command' },
        hindsight: [citeResult(run, run.command), { place: answer, quote: answer.own || answer.text }],
        evidence: [citeResult(look, look.command), { place: run, quote: run.command }],
        confidence: 0.6,
        sources: 2,
        params: { command: run.command },
      };
    }
  },
};
