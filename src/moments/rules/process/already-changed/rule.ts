import type { EditFact, Message, SessionFacts } from '../../../facts/facts.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** The tree is not as the agent left it, and a word is found for it. */
const EXPLAINS =
  /\b(?:was|were|is|are|has been|have been|had been|got) already (?:been )?(?:committed|staged|modified|merged|pushed|included)\b|\balready (?:committed|staged|merged|pushed|modified) (?:by|in|from|before)\b/i;
const OURS = /\b(?:our|my|the) (?:\w+ )?(?:changes?|files?|edits?|work)\b/i;
const ASKS =
  /\?$|\b(?:if|whether|let me check|make sure|from the start|at the (?:start|beginning)|initial|not|before (?:this|the) session|before my)\b|n['’]t\b/i;
const LOOKS = /\bgit (?:log|blame|show|reflog)\b/;

const toName = (path: string): string => path.split('/').at(-1) ?? path;

/** A file the agent changed since the last commit, which the sentence speaks of. */
function findSubject(facts: SessionFacts, said: Message, sentence: string): EditFact | undefined {
  const since = lastBefore(facts.commits, said) ?? { seq: -1, line: 0 };
  const edits = listBetween(facts.edits, since, said).filter((edit) => isOwn(facts, edit) && edit.role !== 'scratch');
  return edits.findLast(({ path }) => sentence.includes(toName(path))) ?? (OURS.test(sentence) ? edits.at(-1) : undefined);
}

function wasLookedInto(facts: SessionFacts, said: Message): boolean {
  const end = firstAfter(facts.humanTurns, said) ?? { seq: Infinity, line: 0 };
  const answer = firstAfter(facts.commits, said) ?? end;
  return listBetween(facts.runs, said, answer.seq < end.seq ? answer : end).some(({ command }) => LOOKS.test(command));
}

export const rule: Rule = {
  meta: {
    id: 'already-changed',
    version: 1,
    kind: 'failure-ignored',
    stage: 'nursery',
    worth: 2,
    concepts: ['who else works in this tree?', 'a surprise before a commit'],
    activities: ['E4', 'E6'],
  },
  *find(facts) {
    const turns = new Set<number>();
    const messages = [...facts.replies, ...facts.reasoning].toSorted((a, b) => a.seq - b.seq);
    for (const said of messages) {
      const sentence = isOwn(facts, said) && !turns.has(said.turn) ? findSentence(said.text, (one) => EXPLAINS.test(one) && !ASKS.test(one)) : undefined;
      const edit = sentence ? findSubject(facts, said, sentence) : undefined;
      if (!sentence || !edit || wasLookedInto(facts, said)) continue;
      turns.add(said.turn);
      const commit = firstAfter(facts.commits, said);
      yield {
        decision: { from: said, shape: 'belief' },
        hindsight: commit ? [{ place: commit, quote: commit.message }] : [],
        evidence: [
          { place: said, quote: sentence },
          { place: edit, quote: `${edit.shownPath} changed` },
        ],
        confidence: 0.55,
        sources: 2,
        paths: [edit.path],
        params: { sentence, file: edit.shownPath },
      };
    }
  },
};
