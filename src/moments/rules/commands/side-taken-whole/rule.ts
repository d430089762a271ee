import type { Run, ShellCommand } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore } from '../../../rule/order.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Made by a program: taking either side and making it again loses nothing. */
const MADE =
  /(?:^|\/)(?:[\w.-]*lock(?:file)?[\w.-]*|go\.sum|node_modules|dist|build|generated?|snapshots?|[\w.-]+\.(?:snap|min\.js|map|lock|generated\.\w+))(?:\/|$)|^\.(?:beads|claude|entire)\//i;
const ASKED = /\b(?:ours|theirs|(?:take|keep|use|accept|prefer) (?:the )?(?:main|upstream|remote|local|incoming|current|their|our|my|your)\w*)\b/i;

/** The files of which one side of a conflict is thrown away unread. */
function listTaken({ words }: ShellCommand): string[] {
  if (words[0] !== 'git') return [];
  const isSide = words.includes('--ours') || words.includes('--theirs');
  if (words[1] === 'checkout' && isSide) return words.slice(2).filter((word) => !word.startsWith('-') && !MADE.test(word));
  const strategy = words.findIndex((word) => word === '-X' || word === '--strategy-option');
  const whole = words.some((word) => /^(?:-X|--strategy-option=)(?:ours|theirs)$/.test(word)) || /^(?:ours|theirs)$/.test(words[strategy + 1] ?? '');
  return strategy >= -1 && whole && ['merge', 'rebase', 'pull', 'cherry-pick'].includes(words[1] ?? '') ? ['every conflicting file'] : [];
}

const isTaken = ({ status }: Run): boolean => status !== 'refused' && status !== 'interrupted';

export const rule: Rule = {
  meta: {
    id: 'side-taken-whole',
    version: 1,
    kind: 'destructive',
    stage: 'nursery',
    worth: 2,
    concepts: ['both sides of a conflict had a reason', 'what can be taken back?'],
    activities: ['E8', 'E10'],
    supersedes: ['destructive-command'],
  },
  *find(facts) {
    const turns = new Set<number>();
    for (const run of facts.runs) {
      const taken = isTaken(run) && isOwn(facts, run) ? run.commands.flatMap(listTaken) : [];
      const wish = lastBefore(facts.humanTurns, run);
      if (taken.length === 0 || turns.has(run.turn) || (wish && ASKED.test(wish.own))) continue;
      turns.add(run.turn);
      const answer = firstAfter(facts.humanTurns, run);
      const objection = answer && isObjection(answer) ? answer : undefined;
      yield {
        decision: { from: run, shape: 'command' },
        hindsight: objection ? [{ place: objection, quote: objection.own }] : [],
        evidence: [{ place: run, quote: run.command }],
        confidence: objection ? 0.75 : 0.55,
        worth: taken.length > 1 ? 3 : 2,
        sources: objection ? 2 : 1,
        paths: taken,
        params: { command: run.command, files: taken.join(', ') },
      };
    }
  },
};
