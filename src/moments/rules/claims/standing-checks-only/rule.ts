import type { EditFact, Message, Run, SessionFacts } from '../../../facts/facts.ts';
import { classifyCommand } from '../../../facts/runs/classify-command.ts';
import { isTry } from '../../../rule/claim-evidence.ts';
import { isCheck } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';
import { findReport } from '../../../rule/find-report.ts';

/** Smaller changes are often all that their tests see. */
const LEAST_EDITS = 4;
/** That a checker is content again is what the checker itself shows. */
const ABOUT_CHECKER = /\b(?:lint\w*|type|format\w*|compil\w+)(?: \w+)? (?:errors?|issues?|warnings?)\b.*\b(?:fixed|resolved|gone)\b/i;

/** Also where the chain that built it ends by starting it. */
const wasUsed = (run: Run): boolean => isTry(run) || run.commands.some(({ words }) => classifyCommand(words) === 'run');

/** The last word of each sort of check; none where one of them is bad, or nothing was checked. */
function listLastChecks(runs: readonly Run[]): readonly Run[] {
  const last = new Map(runs.filter(isCheck).map((run) => [run.class, run]));
  return [...last.values()].some(({ status }) => status === 'failed') ? [] : [...last.values()];
}

function findWork(facts: SessionFacts, reply: Message): { readonly edits: readonly EditFact[]; readonly checks: readonly Run[] } | undefined {
  const edits = facts.edits.filter(({ turn, seq, role }) => turn === reply.turn && seq < reply.seq && role === 'product');
  const [first, last] = [edits[0], edits.at(-1)];
  if (!first || !last || edits.length < LEAST_EDITS) return undefined;
  if (listBetween(facts.runs, first, reply).some(wasUsed)) return undefined;
  const checks = listLastChecks(listBetween(facts.runs, last, reply));
  return checks.length > 0 ? { edits, checks } : undefined;
}

export const rule: Rule = {
  meta: {
    id: 'standing-checks-only',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['what does this command prove?', 'seen at work'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    for (const reply of facts.replies) {
      const report = isOwn(facts, reply) ? findReport(reply) : undefined;
      const work = report ? findWork(facts, reply) : undefined;
      const check = work?.checks.at(-1);
      if (!report || !work || !check || ABOUT_CHECKER.test(report)) continue;
      yield {
        decision: { from: reply, shape: 'claim' },
        evidence: [
          { place: reply, quote: report },
          { place: check, quote: check.command },
        ],
        // Checks that passed prove something: it is the weakest of what is said of claims, and comes after all others.
        confidence: 0.5,
        sources: 1,
        paths: [...new Set(work.edits.map(({ path }) => path))],
        params: { claim: report, command: check.command, count: String(new Set(work.edits.map(({ path }) => path)).size) },
      };
    }
  },
};
