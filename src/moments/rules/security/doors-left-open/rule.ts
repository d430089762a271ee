import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { EditFact } from '../../../facts/facts.ts';
import { firstByFile, listLineFindings, type LineFound } from '../../../rule/list-line-findings.ts';
import type { Rule } from '../../../rule/rule.ts';

const SHELLS: ReadonlySet<string> = new Set(['bash', 'yaml', 'dockerfile', 'make']);
const OPEN: readonly RegExp[] = [
  // Whatever the other end answers today is run.
  /\b(?:curl|wget)\b[^|]*\|\s*(?:sudo\s+(?:-\w+\s+)*)?(?:ba|z)?sh\b/,
  /\bchmod\s+(?:-\w+\s+)*0?777\b/,
  /^\s*privileged:\s*true\b|\bdocker run\b.*\s--privileged\b/,
  /^\s*-\s*["']?\/var\/run\/docker\.sock:/,
  /\bStrictHostKeyChecking[= ]no\b/,
];
const PRINTS = /^\s*(?:#|echo\b|printf\b)/;

function* findOpen({ added, language }: EditFact): Iterable<LineFound> {
  if (language === null || !SHELLS.has(language)) return;
  for (const line of added) if (!PRINTS.test(line.text) && OPEN.some((pattern) => pattern.test(line.text))) yield { line };
}

export const rule: Rule = {
  meta: {
    id: 'doors-left-open',
    version: 1,
    kind: 'security',
    stage: 'nursery',
    worth: 2,
    concepts: ['least privilege', 'what runs here, and who chose it?'],
    activities: ['E4', 'E7'],
    cwe: [494, 732],
  },
  *find(facts) {
    for (const role of ['config', 'product'] as const) {
      for (const found of firstByFile(listLineFindings(facts, role, findOpen))) {
        yield toCodeCandidate(facts, found, { confidence: 0.55, words: /\bsecur|\bpermission|\bprivileg|\bchecksum|\bpin/i });
      }
    }
  },
};
