import type { EditFact, HumanTurn, Run, SessionFacts } from '../../../facts/facts.ts';
import { readLocations } from '../../../facts/runs/read-locations.ts';
import { baseName, findAsked, findRedBefore } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

/** How far from the reported line a guard still stands at it. */
const NEAR = 3;
const MISSING_VALUE = /undefined|null|None|nil|NoneType|NullPointer|NullReference|not an? object|has no attribute|is not iterable/i;
const READ = /(?:reading|has no attribute) '(\w+)'/;

export const rule: Rule = {
  meta: {
    id: 'guard-at-crash',
    version: 1,
    kind: 'error-swallowed',
    stage: 'nursery',
    worth: 3,
    concepts: ['where did the missing value come from?', 'symptom and cause'],
    activities: ['E4', 'E6'],
    cwe: [476],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'null-guard', (_, { role }) => role === 'product')) {
      const { edit, match } = found;
      const crash = findCrash(facts, edit);
      const line = crash?.lines.find((one) => (match.line > 0 ? Math.abs(one - match.line) <= NEAR : crash.name !== '' && match.text.includes(crash.name)));
      if (!crash || line === undefined) continue;
      yield toCodeCandidate(facts, found, {
        confidence: 0.5,
        ...(crash.red ? { red: crash.red } : { evidence: [{ place: crash.told, quote: crash.told.own || crash.told.text }] }),
        words: /\bnull|\bundefined|\bNone\b|\bguard|\bmissing|\broot cause/i,
        params: { line: String(line) },
      });
    }
  },
};

interface Met {
  readonly lines: readonly number[];
  /** What was looked for on the missing value: it tells the line where a patch does not say its place. */
  readonly name: string;
}
type Crash = Met & ({ readonly red: Run } | { readonly red?: undefined; readonly told: HumanTurn });

/** Where a missing value was met in the file: in a run that failed, else in a trace the person pasted. */
function findCrash(facts: SessionFacts, edit: EditFact): Crash | undefined {
  const meet = (text: string, locations: readonly { path: string; line: number }[]): Met => ({
    lines: locations.filter(({ path }) => baseName(path) === baseName(edit.path)).map(({ line }) => line),
    name: READ.exec(text)?.[1] ?? '',
  });
  const red = findRedBefore(facts, edit, ({ status }) => status === 'failed');
  if (red?.failure && MISSING_VALUE.test(red.failure.message)) return { red, ...meet(red.failure.message, red.failure.locations) };
  const told = findAsked(facts, edit);
  return told && MISSING_VALUE.test(told.text) ? { told, ...meet(told.text, readLocations(told.text.split('\n'))) } : undefined;
}
