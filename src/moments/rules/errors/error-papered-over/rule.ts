import { findRedBefore } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Asking whether something is there is answered by the error itself. */
const IS_A_QUESTION =
  /\.json\(\)|\b(?:access|l?stat|Stat|exists?|Exists|JSON\.parse|json\.loads?|parse(?:Int|Float)|Parse\w*|Atoi|Sscanf?|LookPath|int\(|float\(|new URL|URL\(|decode|realpath|resolve|which|fromisoformat|readlink|is[A-Z]\w+|has[A-Z]\w+)\b/;

const WAYS: ReadonlySet<string> = new Set(['default', 'nothing', 'log', 'success-only']);

/** Below this it is a considered answer. */
const LEAST = 0.3;
/** From here on the code alone is reason enough. */
const SURE = 0.4;
const ZERO_RETURNED = /\breturn (?:""|nil|0|false)(?:, (?:""|nil|0|false))*\s*(?:\/\/.*)?\}?\s*$/;

export const rule: Rule = {
  meta: {
    id: 'error-papered-over',
    version: 1,
    kind: 'error-swallowed',
    stage: 'nursery',
    worth: 2,
    concepts: ['a made-up answer is worse than none', 'failure must reach the caller'],
    activities: ['E4', 'E6'],
    cwe: [755],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'swallowing-catch', ({ captures }, { role }) => WAYS.has(captures.way ?? '') && role !== 'test')) {
      const { way, tried = '', type = '', comment = '', value = '' } = found.match.captures;
      const isBroad = type === '' || /(?<!\w)(?:Base|Runtime)?Exception\b|\bThrowable\b/.test(type);
      if (!isBroad || IS_A_QUESTION.test(tried)) continue;
      const red = findRedBefore(facts, found.edit);
      const confidence = baseOf(way, value, found.edit.language) - (comment.length > 12 ? 0.15 : 0);
      if (confidence < LEAST) continue;
      const candidate = toCodeCandidate(facts, found, {
        confidence,
        red,
        words: /\berrors?\b|\bexceptions?\b|\bfallback|\bdefault|\bsilent|\bswallow|\bempty\b/i,
        params: { answer: way === 'log' ? 'a line in the log' : way === 'success-only' ? 'nothing at all' : value || 'nothing' },
      });
      // A zero value in place of an error is common in Go: alone it says little, with a second source much.
      if (confidence < SURE && ZERO_RETURNED.test(found.match.text) && candidate.sources < 2) continue;
      yield candidate;
    }
  },
};

/** In Go a function without an error result often answers with a zero value by design; a made-up success is none. */
function baseOf(way: string | undefined, value: string, language: string | null): number {
  if (way === 'nothing') return 0.5;
  if (way !== 'default') return 0.35;
  if (language !== 'go') return 0.5;
  return /^(?:true|nil,\s*nil)/.test(value) ? 0.5 : 0.35;
}
