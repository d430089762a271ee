import { findRedBefore, wasAsked } from '../../../engine/code/findings/edit-story.ts';
import { replayedSeqs } from '../../../engine/code/findings/list-findings.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'check-loosened',
    version: 1,
    kind: 'suppression',
    stage: 'nursery',
    worth: 3,
    concepts: ['a gate exists for a reason', 'a local error, a global answer'],
    activities: ['E4', 'E5', 'E10'],
    cwe: [693],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'check-loosened', ({ captures }, { change }) => captures.what !== 'gate' && change !== 'create')) {
      if (wasAsked(facts, found.edit, /\b(?:disable|turn off|switch off|loosen|relax|ignore|allow|non-?blocking|retr(?:y|ies))\b/i)) continue;
      yield toCodeCandidate(facts, found, {
        confidence: 0.6,
        red: findRedBefore(facts, found.edit),
        words: /\bstrict|\bgate|\bCI\b|\blint|\bconfig|\bdisabl/i,
        params: { what: found.match.captures.what ?? '' },
      });
    }
    for (const edit of facts.edits) {
      if (replayedSeqs(facts).has(edit.seq) || wasAsked(facts, edit, /\b(?:threshold|coverage|gate)\b/i)) continue;
      const gates = edit.matches.filter(({ pattern, captures }) => pattern === 'check-loosened' && captures.what === 'gate');
      const match = gates.find(
        ({ side, captures }) =>
          side === 'added' && gates.some((other) => other.side === 'removed' && other.captures.name === captures.name && isLower(captures, other.captures)),
      );
      if (match)
        yield toCodeCandidate(
          facts,
          { edit, match, all: [match] },
          {
            confidence: 0.75,
            red: findRedBefore(facts, edit),
            words: /\bcoverage|\bthreshold|\bgate/i,
            params: { what: `the limit ${match.captures.name} made easier to pass` },
          },
        );
    }
  },
};

/** A coverage floor falls; a ceiling for warnings rises. */
function isLower(now: Readonly<Record<string, string>>, before: Readonly<Record<string, string>>): boolean {
  const fell = Number(now.value) < Number(before.value);
  return now.name === 'max-warnings' ? !fell && now.value !== before.value : fell;
}
