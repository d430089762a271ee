import type { HumanTurn, Run, SessionFacts } from '../../../facts/facts.ts';
import { countWords } from '../../../facts/human/count-words.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Words by which a person asks for a commit, or for something it is a part of. */
const ASKED =
  /\bcomm?i|\bpush|\bprs?\b|pull[- ]request|\bship|\bmerge|\bland\b|\brelease|publish|deploy|\bgit\b|\brebase|\bbranch|check ?in|\bamend|\bsquash|cherry|\bsave (?:it|this|all|every)/i;
const EVERYTHING = /\b(?:all|everything|every|whole|rest|remaining|outstanding|uncommitted|working tree)\b/i;
const FILES_CHANGED = /(\d+) files? changed/;
/** So many files more than the session changed are someone else's, or another day's. */
const LEAST_FOREIGN = 4;
const NOWHERE = { seq: -1, line: 0 };

/** Tried counts: a hook that stops the commit does not make it asked for. */
const commits = ({ commands, status }: Run): boolean =>
  status !== 'refused' &&
  status !== 'interrupted' &&
  commands.some(
    ({ words }) =>
      words.slice(0, 2).includes('git') &&
      words.includes('commit') &&
      !words.includes('--dry-run') &&
      !words.includes('--allow-empty') &&
      !words.includes('--amend'),
  );

/** Files that a command moved, made or rewrote are the session's own too. */
const WRITES =
  /\b(?:mv|cp|rm|sed|perl|python3?|node|patch|apply|generate|codegen|fmt|format|--fix|--write|install|init|create|migrate|merge|pull|rebase|cherry-pick|revert|stash|reset|checkout|switch|-u)\b|>/;

/** How many more files the commit holds than the session changed; 0 where git did not say, or commands changed some. */
function countForeign({ edits, runs }: SessionFacts, run: Run): number {
  const printed = FILES_CHANGED.exec(`${run.head}\n${run.tail}`);
  const previous = lastBefore(runs, run, commits) ?? NOWHERE;
  const between = listBetween(runs, previous, run);
  // Later commits of a session hold what the first left behind.
  if (!printed || previous !== NOWHERE || between.some(({ command, commands }) => WRITES.test(command) && !commands.some(({ words }) => words.includes('add'))))
    return 0;
  return Number(printed[1]) - new Set(listBetween(edits, NOWHERE, run).map(({ path }) => path)).size;
}

/** In a plan that is handed over "merge" and "branch" are what the code does: only a line that says to commit counts. */
const IN_PLAN = /\bcommit\b|\bPRs?\b|pull[- ]request|\bpush (?:to|it|the|and)\b|\bgit push\b/i;
const SHORT = 600;
const asksIn = ({ own, text }: HumanTurn): boolean =>
  (own.length <= SHORT && ASKED.test(own)) || IN_PLAN.test(text) || (text.length <= SHORT && ASKED.test(text));

/** For this once: a word with which the work at hand is put away. */
const ONCE =
  /^(?:(?:ok(?:ay)?|yes|great|perfect|good|nice|lgtm|looks good|now|then|please|and|can you|let'?s)[\s,.!]*)*com+it\b(?!.*\b(?:always|every|each|after|as you go|along the way|from now on|when(?:ever)? (?:you|it)|once)\b)/i;
const MOST_ONCE_WORDS = 12;

/**
 * Asked for in an earlier turn, and done there; what was wished for since is another piece of work, and nobody said to commit it.
 * The last wish counts, unless it only lets the work go on.
 */
function outlivesAsking(facts: SessionFacts, run: Run, wishes: readonly HumanTurn[]): boolean {
  const last = wishes.at(-1);
  const asking = wishes.filter(asksIn);
  const latest = asking.at(-1);
  if (!last || !latest || latest === last || last.acts.has('approval') || last.explicit || countWords(last.own) < LEAST_WISH_WORDS) return false;
  if (!asking.every(({ own }) => ONCE.test(own) && countWords(own) <= MOST_ONCE_WORDS)) return false;
  return (
    listBetween(facts.runs, latest, last).some((one) => commits(one) && one.status === 'passed') &&
    listBetween(facts.edits, last, run).some(({ role }) => role === 'product')
  );
}
const LEAST_WISH_WORDS = 4;

export const rule: Rule = {
  meta: {
    id: 'commit-unasked',
    version: 2,
    kind: 'scope',
    stage: 'nursery',
    worth: 2,
    concepts: ['who decides?', 'one commit, one thing'],
    activities: ['E1', 'E10'],
  },
  *find(facts) {
    // It commits by itself.
    if (facts.agent === 'aider' || facts.humanTurns.length === 0) return;
    for (const run of facts.runs) {
      if (!commits(run) || !isOwn(facts, run)) continue;
      const wishes = facts.humanTurns.filter(({ seq }) => seq < run.seq);
      if (wishes.length === 0) continue;
      const unasked = !wishes.some(asksIn) || outlivesAsking(facts, run, wishes);
      const sweeps = countForeign(facts, run) >= LEAST_FOREIGN;
      if (!unasked && (!sweeps || wishes.some(({ own }) => EVERYTHING.test(own)))) continue;
      const answer = firstAfter(facts.humanTurns, run);
      const objection = answer && isObjection(answer) ? answer : undefined;
      yield {
        decision: { from: run, shape: 'command' },
        hindsight: objection ? [{ place: objection, quote: objection.own }] : [],
        evidence: [{ place: run, quote: run.command }],
        confidence: objection ? 0.7 : unasked && sweeps ? 0.65 : 0.5,
        worth: objection || (unasked && sweeps) ? 3 : 2,
        sources: objection || (unasked && sweeps) ? 2 : 1,
        params: { command: run.command },
      };
      return;
    }
  },
};
