import { readDiagnosis } from '../../../facts/rework/read-diagnosis.ts';
import type { Message, Place, Run, SessionFacts } from '../../../facts/facts.ts';
import { findNamedCause } from '../../../rule/find-named-cause.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** An error with enough words of its own to be told from others. */
const TELLING =
  /\b(?:error|exception|fail(?:ed|s|ure)?|denied|refused|cannot|can't|could not|unable|not found|invalid|fatal|panic|undefined|unexpected|forbidden|timed? ?out)\b/i;
const SUMMARY =
  /^\W*(?:exit code|\d+ (?:failed|errors?|passed|problems?)\b|fail(?:ed|ures?)?\W*\d*$|errors?\W*\d*$|tests?:|error: (?:process completed|command failed|script)|.*\b(?:task failed|exit status|exited with|lint\w* failed|tests? failed|build failed)\b)/i;
const LEAST_LETTERS = 24;
const MOST_LETTERS = 240;
/** Beyond this many events it is another inquiry. */
const FAR = 250;
/** Said of an error that was shown this many events before. */
const SOON = 12;

const normalise = (line: string): string =>
  line
    .replaceAll(/\p{Cc}\[[\d;]*m/gu, '')
    .replaceAll(/\d[\d:.TZ-]*/g, '0')
    .replaceAll(/\b[0a-f]{7,}\b/g, '0')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Frames of a trace, quoted code and headings are the same for many errors. */
const NO_ERROR = /^\s*(?:at |#|File "|\d+ ?\||\||>)|[{;]\s*$|=>|\b(?:func|function|def|const|catch|except)\s|^\W*fail\s+\S+\/\S+|^[\w./-]+$/i;

function listErrors(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (line.length > MOST_LETTERS || !TELLING.test(line) || SUMMARY.test(line) || NO_ERROR.test(line)) return [];
    const normal = normalise(line);
    return normal.length >= LEAST_LETTERS ? [normal] : [];
  });
}

/** An error as it was shown: by a run that failed, or pasted by the person. */
interface Shown {
  readonly place: Place;
  readonly errors: readonly string[];
}

const ofRun = (run: Run): Shown | undefined =>
  run.status === 'failed' && run.resultSeq !== null && run.resultLine !== null && run.class !== 'search' && run.class !== 'read'
    ? { place: { seq: run.resultSeq, line: run.resultLine }, errors: [...new Set(listErrors([run.failure?.message ?? '', run.tail].join('\n')))] }
    : undefined;

function listShown(facts: SessionFacts): Shown[] {
  const told = facts.humanTurns.map((turn) => ({ place: turn as Place, errors: listErrors(turn.text) }));
  const met = facts.runs.flatMap((run) => ofRun(run) ?? []);
  return [...told, ...met].filter(({ place, errors }) => errors.length > 0 && isOwn(facts, place)).toSorted((a, b) => a.place.seq - b.place.seq);
}

const DENIES = /\b(?:not|n['’]t|isn't|aren't|un)\s?(?:related|caused|due|because)\b|\bpre-?existing\b|\?$/i;

/** The cause a reply states as settled. */
function findCause(facts: SessionFacts, said: Message): string | undefined {
  const claim = facts.claims.find(({ seq, type, hedged }) => seq === said.seq && type === 'cause' && !hedged)?.sentence;
  const sentence = findNamedCause(said.text) ?? claim ?? readDiagnosis(said.text);
  return sentence !== undefined && DENIES.test(sentence) ? undefined : sentence;
}

/** The same error, shown again after something was changed for the cause. */
function findAgain(facts: SessionFacts, said: Message, first: Shown, shown: readonly Shown[]): Shown | undefined {
  const change = [firstAfter(facts.edits, said), firstAfter(facts.commits, said)].flatMap((one) => one ?? []).toSorted((a, b) => a.seq - b.seq)[0];
  if (!change) return undefined;
  return shown.find(({ place, errors }) => place.seq > change.seq && place.seq - said.seq < FAR && errors.some((error) => first.errors.includes(error)));
}

export const rule: Rule = {
  meta: {
    id: 'same-error-again',
    version: 1,
    kind: 'false-assumption',
    stage: 'nursery',
    worth: 3,
    concepts: ['a cause is a prediction', 'the same error after the fix'],
    activities: ['E4', 'E6'],
    supersedes: ['cause-asserted'],
  },
  *find(facts) {
    const shown = listShown(facts);
    const told = new Set<number>();
    for (const said of facts.replies) {
      const first = shown.findLast(({ place }) => place.seq < said.seq);
      if (!first || said.seq - first.place.seq > SOON || told.has(first.place.seq) || !isOwn(facts, said)) continue;
      const sentence = findCause(facts, said);
      const again = sentence === undefined ? undefined : findAgain(facts, said, first, shown);
      if (sentence === undefined || !again) continue;
      told.add(first.place.seq);
      const error = again.errors.find((one) => first.errors.includes(one)) ?? '';
      yield {
        decision: { from: said, shape: 'belief' },
        hindsight: [{ place: again.place, quote: error }],
        evidence: [
          { place: first.place, quote: error },
          { place: said, quote: sentence },
          { place: again.place, quote: error },
        ],
        confidence: 0.65,
        sources: 2,
        params: { sentence },
      };
    }
  },
};
