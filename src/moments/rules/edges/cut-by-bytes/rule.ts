import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { EditFact } from '../../../facts/facts.ts';
import { firstByFile, listLineFindings, type LineFound } from '../../../rule/list-line-findings.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Text cut for display where an index counts bytes: it is cut inside a character, or does not even run. */
const CUT_BY_LANGUAGE: Readonly<Record<string, RegExp>> = {
  go: /\b(\w+(?:\.\w+)*)\[:[^\]:]+\]\s*\+\s*"(?:\.{2,3}|…)"/,
  rust: /format!\(\s*"[^"]*\{[^}]*\}(?:\.{3}|…)[^"]*",[^)]*&(\w+(?:\.\w+)*)\[\.\.[^\]]+\]/,
  php: /\bsubstr\((\$\w+)[^)]*\)\s*\.\s*['"](?:\.{3}|…)/,
};
const COUNTS_CHARACTERS = /\[\]rune|\brunes?\b|utf8|chars\(\)|mb_/i;

function* findCuts({ added, language }: EditFact): Iterable<LineFound> {
  const cut = language === null ? undefined : CUT_BY_LANGUAGE[language];
  if (!cut || added.some(({ text }) => COUNTS_CHARACTERS.test(text))) return;
  for (const line of added) {
    const name = cut.exec(line.text)?.[1];
    if (name !== undefined) yield { line, captures: { name } };
  }
}

export const rule: Rule = {
  meta: {
    id: 'cut-by-bytes',
    version: 1,
    kind: 'edge-case',
    stage: 'nursery',
    worth: 1,
    concepts: ['bytes and characters'],
    activities: ['E3', 'E5'],
    cwe: [135],
  },
  *find(facts) {
    for (const found of firstByFile(listLineFindings(facts, 'product', findCuts))) {
      yield toCodeCandidate(facts, found, {
        confidence: 0.5,
        words: /\bunicode|\butf|\brune|\bmulti-?byte|\btruncat|\bemoji/i,
        params: { name: found.match.captures.name ?? '' },
      });
    }
  },
};
