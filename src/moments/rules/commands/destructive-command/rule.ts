import type { Run, SessionFacts } from '../../../facts/facts.ts';
import { readDestruction, type Destruction } from '../../../rule/destroys.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { makesBackup } from '../../../rule/makes-backup.ts';
import { firstAfter, lastBefore } from '../../../rule/order.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Made again by a command, or meant to be thrown away. */
const DISPOSABLE =
  /(?:^|\/)(?:tmp|temp|var\/folders|node_modules|dist|build|out|target|coverage|\.cache|\.turbo|\.next|__pycache__|\.pytest_cache|venv|\.venv|bin|obj|test-results)(?:\/|$)|\.(?:log|tmp|pyc|bak|orig|out)$|^["']?\$|^\*$|\b(?:scratch|tmp|temp)\b/i;
const ASKED = /\b(?:delete|remove|reset|discard|throw away|force|drop|clean|wipe|undo|revert|restore|roll ?back|kill|prune|rebase|amend)\b/i;
const ACCEPTED = new Set(['passed', 'failed', 'unknown']);

/** Of the named targets, those that were there before the session and cannot be made again. */
function listLost(facts: SessionFacts, run: Run, { targets }: Destruction): string[] {
  return targets.filter((target) => !DISPOSABLE.test(target) && !isMadeHere(facts, run, target));
}

function isMadeHere(facts: SessionFacts, run: Run, target: string): boolean {
  const name = target.replace(/^\.\//, '').replace(/\/+$/, '');
  const created = facts.edits.some(
    ({ change, path, seq }) => change === 'create' && seq < run.seq && (path.endsWith(`/${name}`) || path.includes(`/${name}/`) || path === name),
  );
  return (
    created ||
    facts.runs.some((earlier) => earlier.seq < run.seq && makes(earlier, name)) ||
    run.commands.some((command) => command.words[0] === 'mkdir' && command.words.includes(target))
  );
}

const MAKERS = new Set(['mkdir', 'touch', 'cp', 'mv', 'tee', 'git', 'tar', 'unzip', 'curl', 'ln', 'mktemp']);
const RUNS_THINGS: ReadonlySet<string> = new Set(['run', 'test', 'build', 'install', 'network']);
const makes = (run: Run, name: string): boolean =>
  run.commands.some(
    ({ words, redirects }) =>
      redirects.some((redirect) => redirect.includes(name)) ||
      (MAKERS.has(words[0] ?? '') && words[1] !== 'rm' && words.slice(1).some((word) => word.replace(/\/+$/, '').endsWith(name))),
  ) ||
  // A program that was given the name, or printed it, wrote there.
  (RUNS_THINGS.has(run.class) && `${run.command}\n${run.head}\n${run.tail}`.includes(name));

/** A branch that was pushed or merged in this session is not lost with its local name. */
const isShared = (facts: SessionFacts, run: Run, branches: readonly string[]): boolean =>
  branches.length > 0 &&
  branches.every((branch) =>
    facts.runs.some(
      ({ seq, commands, status }) =>
        seq < run.seq && status === 'passed' && commands.some(({ words }) => words.includes(branch) && (words.includes('push') || words.includes('merge'))),
    ),
  );

/** The same command again teaches nothing new. */
const toDeed = (run: Run): string =>
  run.commands
    .filter((command) => readDestruction(command) !== null)
    .map(({ words }) => words.join(' '))
    .join('\n');

function findWorst(facts: SessionFacts, run: Run): Destruction | undefined {
  const all = run.commands.map(readDestruction).filter((one) => one !== null);
  const isLoss = (one: Destruction): boolean =>
    one.what === 'files' ? listLost(facts, run, one).length > 0 : one.what !== 'history' || !isShared(facts, run, one.targets);
  return all.filter(isLoss).toSorted((a, b) => b.severity - a.severity)[0];
}

/** Commands that show what is in a folder, a file or a branch. */
const LOOKS: ReadonlySet<string> = new Set([
  'ls',
  'find',
  'tree',
  'du',
  'cat',
  'head',
  'rg',
  'grep',
  'log',
  'diff',
  'show',
  'cherry',
  'ls-files',
  'merge-base',
  'gh',
]);
const wasLookedAt = ({ runs, reads }: SessionFacts, { seq }: Run, target: string): boolean =>
  reads.some((read) => read.seq < seq && read.path.includes(nameOf(target))) ||
  runs.some(
    (run) =>
      run.seq < seq &&
      run.commands.some(({ words }) => words.slice(0, 3).some((word) => LOOKS.has(word)) && words.some((word) => word.includes(nameOf(target)))),
  );

/** The person wrote the command, or asked for what the agent then looked at before it went. */
const isDecided = (facts: SessionFacts, run: Run, wish: string, { targets }: Destruction): boolean =>
  /\b(?:rm -|reset --hard|push (?:-f|--force)|branch -D|checkout --|git clean)/.test(wish) ||
  (ASKED.test(wish) && targets.length > 0 && targets.every((target) => wasLookedAt(facts, run, target)));
const nameOf = (target: string): string => target.replace(/\/+$/, '').split('/').at(-1) || target;

/** Events between a copy and the command it is for. */
const NEAR = 12;
const hasCopy = (facts: SessionFacts, run: Run): boolean =>
  makesBackup(run) || facts.runs.some((one) => one.seq < run.seq && run.seq - one.seq <= NEAR && one.status === 'passed' && makesBackup(one));

export const rule: Rule = {
  meta: {
    id: 'destructive-command',
    version: 2,
    kind: 'destructive',
    stage: 'nursery',
    worth: 3,
    concepts: ['what can be taken back?'],
    activities: ['E2', 'E8'],
  },
  *find(facts) {
    const deeds = new Set<string>();
    for (const run of facts.runs) {
      const worst = isOwn(facts, run) ? findWorst(facts, run) : undefined;
      if (!worst || deeds.has(toDeed(run))) continue;
      deeds.add(toDeed(run));
      const answer = firstAfter(facts.humanTurns, run);
      const refused = !ACCEPTED.has(run.status) || (answer !== undefined && answer.refusedCall?.seq === run.seq);
      const objection = answer && isObjection(answer) ? answer : undefined;
      const wish = lastBefore(facts.humanTurns, run)?.own ?? '';
      // What was decided with open eyes, and what others can undo, is worth a stop only where the person objects.
      if (!objection && !refused && (worst.severity === 1 || isDecided(facts, run, wish, worst))) continue;
      const softened = ASKED.test(wish) || hasCopy(facts, run);
      yield {
        decision: { from: run, shape: 'command' },
        hindsight: objection ? [{ place: objection, quote: objection.own }] : [],
        evidence: [{ place: run, quote: run.command }],
        confidence: (softened ? 0.5 : 0.65) - (worst.severity === 1 ? 0.3 : 0) + (refused ? 0.1 : 0),
        worth: softened && !objection ? (Math.min(2, worst.severity) as 1 | 2) : worst.severity,
        sources: objection || !softened ? 2 : 1,
        params: { what: worst.what, command: run.command },
      };
    }
  },
};
