import type { Run, SessionFacts, ShellCommand } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { firstAfter, lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

interface Act {
  readonly act: string;
  /** Words by which the person would ask for it, or for something it is a part of. */
  readonly asked: RegExp;
}

const ISSUE_ACTS: ReadonlySet<string> = new Set(['create', 'close', 'comment', 'reopen', 'transfer', 'delete']);
const PR_ACTS: ReadonlySet<string> = new Set(['create', 'merge', 'close', 'comment', 'review', 'ready']);

/** What of a command others see at once. */
function readAct({ words }: ShellCommand): Act | undefined {
  const [program = '', noun = '', verb = ''] = words.filter((word, index) => index === 0 || !word.startsWith('-'));
  if (words.includes('--dry-run') || words.includes('-n')) return undefined;
  if (program === 'git' && noun === 'push')
    return { act: 'pushed', asked: /push|\bship|publish|\bprs?\b|pull[- ]request|deploy|release|\bland|\bmerge|remote|upstream|\bci\b/i };
  if ((program === 'gh' || program === 'glab') && (noun === 'pr' || noun === 'mr') && PR_ACTS.has(verb))
    return { act: `${verb} on a pull request`, asked: /\bprs?\b|\bmrs?\b|pull[- ]request|merge|\bship|\bland|review|comment|\breply/i };
  if ((program === 'gh' || program === 'glab') && noun === 'issue' && ISSUE_ACTS.has(verb))
    return { act: `${verb} on an issue`, asked: /\bissues?\b|ticket|\bbugs?\b|\blog (?:it|this|a)|comment|\breply|github/i };
  if (['npm', 'pnpm', 'yarn', 'cargo', 'twine', 'gem'].includes(program) && ['publish', 'upload', 'push'].includes(noun))
    return { act: 'published', asked: /publish|release|\bship|upload|version/i };
  return program === 'gh' && noun === 'release' && verb === 'create' ? { act: 'released', asked: /release|publish|\bship|\btag/i } : undefined;
}

/** In any message so far, pasted instructions included: whoever asks once for pull requests means the next one too. */
const wasAskedFor = (facts: SessionFacts, run: Run, { asked }: Act): boolean => facts.humanTurns.some(({ seq, text }) => seq < run.seq && asked.test(text));

export const rule: Rule = {
  meta: {
    id: 'unasked-sharing',
    version: 1,
    kind: 'scope',
    stage: 'nursery',
    worth: 3,
    concepts: ['who decides?', 'what can be taken back?'],
    activities: ['E1', 'E8'],
  },
  *find(facts) {
    const told = new Set<string>();
    for (const run of facts.runs) {
      if (run.status !== 'passed' || !isOwn(facts, run)) continue;
      const act = run.commands.map(readAct).find((one) => one !== undefined);
      if (!act || told.has(act.act) || !lastBefore(facts.humanTurns, run) || wasAskedFor(facts, run, act)) continue;
      told.add(act.act);
      const answer = firstAfter(facts.humanTurns, run);
      const objection = answer && isObjection(answer) ? answer : undefined;
      yield {
        decision: { from: run, shape: 'command' },
        hindsight: objection ? [{ place: objection, quote: objection.own }] : [],
        evidence: [{ place: run, quote: run.command }],
        confidence: objection ? 0.75 : 0.5,
        sources: 2,
        params: { act: act.act, command: run.command },
      };
    }
  },
};
