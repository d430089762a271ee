import type { Run, ShellCommand } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const GUARDED: ReadonlySet<string> = new Set(['commit', 'push', 'merge', 'rebase', 'am', 'cherry-pick']);
const BYPASS_ENV = /^(?:HUSKY=0|HUSKY_SKIP_HOOKS=(?:1|true)|SKIP=.+|LEFTHOOK=0|PRE_COMMIT_ALLOW_NO_CONFIG=1)$/;

/** What in a git command switches the guards off, as written. */
function findBypass({ words, env }: ShellCommand): string | undefined {
  if (words[0] !== 'git') return undefined;
  const action = words.find((word) => GUARDED.has(word));
  if (!action) return undefined;
  const hooksPath = words.find((word) => /^core\.hooksPath=(?:\/dev\/null)?$/i.test(word));
  const short = action === 'commit' ? words.find((word) => /^-[a-zA-Z]*n[a-zA-Z]*$/.test(word) && !word.includes('m')) : undefined;
  return words.find((word) => word === '--no-verify') ?? hooksPath ?? short ?? env.find((setting) => BYPASS_ENV.test(setting));
}

const findInRun = (run: Run): string | undefined => run.commands.map(findBypass).find((bypass) => bypass !== undefined);

export const rule: Rule = {
  meta: {
    id: 'hook-bypass',
    version: 1,
    kind: 'suppression',
    stage: 'nursery',
    worth: 3,
    concepts: ['guards run before sharing'],
    activities: ['E2', 'E5'],
    supersedes: ['commit-on-red', 'destructive-command'],
    cwe: [693],
  },
  *find(facts) {
    for (const run of facts.runs) {
      const bypass = isOwn(facts, run) ? findInRun(run) : undefined;
      if (!bypass) continue;
      const failedBefore = lastBefore(facts.runs, run, ({ class: what }) => what === 'git')?.status === 'failed';
      const asked = lastBefore(facts.humanTurns, run)?.own ?? '';
      yield {
        decision: { from: run, shape: 'command' },
        evidence: [{ place: run, quote: run.command }],
        confidence: failedBefore ? 0.8 : 0.6,
        // The person may take the risk; what else the guard would have caught is still worth a look.
        worth: asked.includes(bypass) ? 2 : 3,
        sources: failedBefore ? 2 : 1,
        params: { bypass },
      };
    }
  },
};
