import type { CommitFact, SessionFacts } from '../../../facts/facts.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Words by which a person asks for a commit, or for something it is a part of. */
const ASKED =
  /\bcommit|\bpush|\bprs?\b|pull[- ]request|\bship|\bmerge|\bland|\brelease|publish|deploy|\bgit\b|\brebase|\bbranch|check ?in|\bamend|\bsquash|cherry/i;
const FILES_CHANGED = /(\d+) files? changed/;
/** So many files more than the session changed are someone else's, or another day's. */
const LEAST_FOREIGN = 3;

/** How many of the files of a commit the session never changed; null where git did not say. */
function countForeign({ edits, commits }: SessionFacts, commit: CommitFact): number | null {
  const printed = FILES_CHANGED.exec(`${commit.run.head}\n${commit.run.tail}`);
  if (!printed) return null;
  const previous = lastBefore(commits, commit)?.seq ?? -1;
  const own = new Set(edits.filter(({ seq }) => seq > previous && seq < commit.seq).map(({ path }) => path));
  return Number(printed[1]) - own.size;
}

/** Files moved, generated or rewritten by a command are the session's own too. */
const WRITES =
  /\b(?:mv|cp|rm|sed|perl|patch|apply|generate|codegen|format|fmt|--fix|--write|install|init|create|migrate|merge|rebase|cherry-pick|revert|stash|-u)\b|>/;
const writesByCommand = ({ runs, commits }: SessionFacts, commit: CommitFact): boolean => {
  const previous = lastBefore(commits, commit)?.seq ?? -1;
  return runs.some(({ seq, command }) => seq > previous && seq < commit.seq && WRITES.test(command));
};

export const rule: Rule = {
  meta: {
    id: 'commit-unasked',
    version: 1,
    kind: 'scope',
    stage: 'nursery',
    worth: 2,
    concepts: ['who decides?', 'one commit, one thing'],
    activities: ['E1', 'E10'],
    supersedes: ['commit-left-out'],
  },
  *find(facts) {
    // It commits by itself.
    if (facts.agent === 'aider') return;
    let told = false;
    for (const commit of facts.commits) {
      if (told || !isOwn(facts, commit) || !lastBefore(facts.humanTurns, commit) || commit.run.commands.some(({ words }) => words.includes('--allow-empty')))
        continue;
      const unasked = !facts.humanTurns.some(({ seq, text }) => seq < commit.seq && ASKED.test(text));
      const foreign = countForeign(facts, commit);
      const sweeps = foreign !== null && foreign >= LEAST_FOREIGN && !writesByCommand(facts, commit);
      if (!unasked) continue;
      told = true;
      const answer = firstAfter(facts.humanTurns, commit);
      const objection = answer && isObjection(answer) ? answer : undefined;
      yield {
        decision: { from: commit, shape: 'command' },
        hindsight: objection ? [{ place: objection, quote: objection.own }] : [],
        evidence: [{ place: commit, quote: commit.run.command }],
        confidence: objection ? 0.7 : sweeps ? 0.65 : 0.5,
        worth: sweeps || objection ? 3 : 2,
        sources: sweeps || objection ? 2 : 1,
        params: { command: commit.run.command },
      };
    }
  },
};
