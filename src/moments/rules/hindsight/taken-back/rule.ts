import type { Admission, Claim, EditFact, SessionFacts } from '../../../facts/facts.ts';
import { agreesWithPerson } from '../../../rule/agrees-with-person.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Shared words that tie an admission to what it takes back; one alone is too often chance. */
const SHARED_WORDS = 2;
/** Beyond this the two are hardly about one thing. */
const FAR = 400;

/** "Actually, the simplest way is …": another way chosen, nothing taken back. */
const CHOOSES =
  /\b(?:simplest|simpler|easiest|easier|better|best|cleanest|cleaner|safest|right|proper|real) (?:approach|way|fix|solution|option|idea|place)\b|\b(?:let me|I['’]ll|I will|I can|we can|I could)\b/i;

const TURNS = /^(?:wait|hmm+|oh|oops|ah|hold on|actually|on second thought)\b|\bturns out\b|\bcontrary to\b/i;

/** In reasoning, "wait" and "actually" are how thinking goes on; in a reply, a newly found problem takes nothing back. */
const takesBack = ({ from, sentence }: Admission): boolean => from === 'reply' && TURNS.test(sentence) && !CHOOSES.test(sentence);

const countShared = (words: readonly string[], text: string): number => {
  const lowered = text.toLowerCase();
  return new Set(words.map((word) => word.toLowerCase()).filter((word) => lowered.includes(word))).size;
};

function findClaim(facts: SessionFacts, admission: Admission): Claim | undefined {
  const near = facts.claims.filter(({ seq, line, type }) => line < admission.line && admission.seq - seq < FAR && type !== 'tests-pass' && type !== 'clean');
  const scored = near.map((claim) => ({ claim, shared: countShared(admission.words, claim.sentence) })).filter(({ shared }) => shared >= SHARED_WORDS);
  // Of equally close matches the latest is the one taken back.
  return scored.toSorted((a, b) => b.shared - a.shared || b.claim.seq - a.claim.seq)[0]?.claim;
}

function findEdit(facts: SessionFacts, admission: Admission): EditFact | undefined {
  return lastBefore(
    facts.edits,
    admission,
    (edit) => admission.seq - edit.seq < FAR && edit.role !== 'docs' && countShared(admission.words, toText(edit)) >= SHARED_WORDS,
  );
}

const toText = (edit: EditFact): string => [edit.path, ...edit.added.map(({ text }) => text)].join('\n');

export const rule: Rule = {
  meta: {
    id: 'taken-back',
    version: 1,
    kind: 'false-assumption',
    stage: 'nursery',
    worth: 3,
    concepts: ['test a belief before building on it'],
    activities: ['E4', 'E6'],
  },
  *find(facts) {
    for (const admission of facts.admissions) {
      // Where the person was right, what they said is the moment.
      if (!isOwn(facts, admission) || agreesWithPerson(admission) || (admission.strength === 'implied' && !takesBack(admission))) continue;
      const claim = findClaim(facts, admission);
      const edit = claim || admission.strength === 'implied' ? undefined : findEdit(facts, admission);
      const decision = claim ?? edit;
      const quote = claim?.sentence ?? edit?.shownPath;
      if (!decision || !quote) continue;
      yield {
        decision: { from: decision, shape: claim ? 'belief' : 'edit' },
        hindsight: [{ place: admission, quote: admission.sentence }],
        evidence: [
          { place: decision, quote },
          { place: admission, quote: admission.sentence },
        ],
        confidence: admission.strength === 'explicit' ? 0.7 : 0.45,
        sources: admission.strength === 'explicit' ? 2 : 1,
        params: { belief: quote },
      };
    }
  },
};
