import type { EditFact, Message, Run, SessionFacts } from '../../../facts/facts.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** The agent is surprised by what came back. */
const SURPRISED = new RegExp(
  [
    String.raw`^(?:(?:wait|hmm+|oh|hm|ok|but),?[ —–-]+)*(?:that|this|it)(?:['’]s| is| looks| seems) (?:\w+ )?(?:strange|weird|odd|unexpected|surprising|suspicious)\b`,
    String.raw`^(?:strange|weird|odd|surprising|unexpected)(?:ly)?[,.:!]`,
    String.raw`^(?:wait|hmm+|hold on|strange)\b.{0,60}\b(?:unexpected|still (?:says?|shows?|fails?|not|the same|there|broken)|should(?:n['’]t)?|not what)\b`,
    String.raw`^(?:wait|hold on)\b[^.]{0,120}(?:n['’]t\b|\bnot\b|\balso\b|\bthere (?:are|is)\b|\bfailed\b|\bnow (?:pass|fail)|\b(?:lint|tests?) (?:is |are )?(?:now )?pass)`,
    String.raw`^interesting\b[\s,.!—–-]+(?:it|that|this|the)\b[^.]{0,120}(?:\b(?:compiles|works|passes|passed|succeeded|actually|found now)\b|n['’]t\b)`,
    String.raw`\bmy (?:\w+ ){0,2}(?:edit|change|code|fix|update|file|test|patch|query|command)s? should (?:have|now|say|be|return|show)\b`,
    String.raw`\bnot what I (?:expected|wanted|thought)\b|\bI (?:had )?expected\b.{3,80}\bbut\b`,
  ].join('|'),
  'i',
);
const FIRST_SENTENCES = 5;
const LONGEST = 220;
/** Said of one surprise again. */
const SOON = 12;

const findSurprise = (text: string): string | undefined =>
  listSentences(text)
    .slice(0, FIRST_SENTENCES)
    .find((sentence) => sentence.length <= LONGEST && !sentence.endsWith('?') && SURPRISED.test(sentence));

/** What was done last, and so was expected to come out otherwise. */
function findLastAct(facts: SessionFacts, said: Message): { act: Run | EditFact; isRun: boolean } | undefined {
  const isOurs = (one: Run | EditFact): boolean => one.turn === said.turn && isOwn(facts, one);
  const run = lastBefore(facts.runs, said, isOurs);
  const edit = lastBefore(facts.edits, said, isOurs);
  if (run && (!edit || run.seq > edit.seq)) return { act: run, isRun: true };
  return edit && { act: edit, isRun: false };
}

const toQuote = (act: Run | EditFact): string => ('command' in act ? act.command : act.shownPath);

export const rule: Rule = {
  meta: {
    id: 'expectation-broken',
    version: 2,
    kind: 'false-assumption',
    stage: 'nursery',
    worth: 2,
    concepts: ['a surprise is a wrong belief', 'predict, then look'],
    activities: ['E4', 'E6'],
  },
  *find(facts) {
    const messages = [...facts.replies, ...facts.reasoning].toSorted((a, b) => a.seq - b.seq);
    let last = -Infinity;
    for (const said of messages) {
      const sentence = isOwn(facts, said) ? findSurprise(said.text) : undefined;
      if (!sentence) continue;
      const isAgain = said.seq - last < SOON;
      last = said.seq;
      const found = isAgain ? undefined : findLastAct(facts, said);
      if (!found) continue;
      const { act, isRun } = found;
      yield {
        mark: { from: said },
        decision: { from: act, shape: isRun ? 'command' : 'edit' },
        hindsight: [{ place: said, quote: sentence }],
        evidence: [
          { place: act, quote: toQuote(act) },
          { place: said, quote: sentence },
        ],
        confidence: 0.6,
        sources: 2,
        params: { sentence },
      };
    }
  },
};
