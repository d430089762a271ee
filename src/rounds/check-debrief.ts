import type { Debrief } from '../model/debrief.ts';
import { debriefSchema } from '../model/debrief.ts';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';

/** Words that fill the field and name nothing. */
const PLACEHOLDERS = new Set([
  'nothing',
  'none',
  'nil',
  'na',
  'no',
  'not applicable',
  'nothing really',
  'everything',
  'ok',
  'fine',
  'tbd',
  'todo',
  'xxx',
  'idk',
]);

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATIONS = /\b(?:e\.g|i\.e|etc|vs|cf|approx)\.$/i;

const NUMBERED_ITEM = /(?:^|\s)\(?[1-9][.)]\s+\S/g;
const SENTENCE_END = /[.!?…]["'”’)\]]*\s+(?=["'“‘(]*\p{Lu})/gu;

/** The debrief as it will be kept, or why it cannot close: an empty field, a reinforcement that names nothing, or two rules. */
export function checkDebrief(debrief: Debrief): Result<Debrief, Problem> {
  const parsed = debriefSchema.safeParse(debrief);
  if (!parsed.success) {
    return failed(
      problem('bad-input', parsed.error.issues[0]?.message ?? 'The debrief is not complete.', { next: 'Fill it in and close again; the draft is kept.' }),
    );
  }
  if (namesNothing(parsed.data.whatWasRight)) {
    return failed(
      problem('bad-input', 'Name one thing that was right.', {
        why: 'A round that only finds fault teaches fault-finding.',
        next: 'Say which choice should be repeated.',
      }),
    );
  }
  if (hasTwoRules(parsed.data.generalRule)) {
    return failed(
      problem('bad-input', 'That looks like more than one rule.', {
        why: 'A debrief that teaches two things teaches neither.',
        next: 'Keep the rule you would repeat tomorrow as one sentence, and put the rest under "next time".',
      }),
    );
  }
  return ok(parsed.data);
}

function namesNothing(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .trim();
  return words === '' || PLACEHOLDERS.has(words);
}

/** Counts only what is plain to see: lines, numbered items, sentences. One long sentence with an "and" in it passes. */
function hasTwoRules(rule: string): boolean {
  const text = rule.trim();
  const lines = text.split(/[\r\n\u2028\u2029]+/).filter((line) => line.trim() !== '');
  if (lines.length > 1) return true;
  if ([...text.matchAll(NUMBERED_ITEM)].length > 1) return true;
  return [...text.matchAll(SENTENCE_END)].some((end) => !ABBREVIATIONS.test(text.slice(0, end.index + 1)));
}
