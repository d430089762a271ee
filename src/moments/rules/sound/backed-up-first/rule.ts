import type { Run } from '../../../facts/facts.ts';
import { readDestruction } from '../../../rule/destroys.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { makesBackup } from '../../../rule/makes-backup.ts';
import { firstAfter, lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Events between the copy and the command it is for. */
const NEAR = 12;
/** The copy of one branch says nothing about another that is deleted. */
const covers = (backup: Run, run: Run): boolean =>
  run.commands.every(({ words }) => words[0] !== 'git' || words[1] !== 'branch' || !words.includes('-D') || backup.command.includes(words.at(-1) ?? ''));

export const rule: Rule = {
  meta: {
    id: 'backed-up-first',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['what can be taken back?'],
    activities: ['E2', 'E8'],
  },
  *find(facts) {
    for (const run of facts.runs) {
      if (run.status !== 'passed' || !isOwn(facts, run) || !run.commands.some((command) => readDestruction(command) !== null)) continue;
      const backup = makesBackup(run) ? run : lastBefore(facts.runs, run, (one) => run.seq - one.seq <= NEAR && one.status === 'passed' && makesBackup(one));
      if (!backup || !covers(backup, run) || !isUncontested(facts, run, [])) continue;
      const answer = firstAfter(facts.humanTurns, run);
      yield {
        decision: { from: run, shape: 'command' },
        hindsight: [citeResult(run, run.command), ...(answer ? [{ place: answer, quote: answer.own || answer.text }] : [])],
        evidence: [
          { place: backup, quote: backup.command },
          { place: run, quote: run.command },
        ],
        confidence: 0.7,
        sources: 2,
        params: { command: run.command },
      };
    }
  },
};
