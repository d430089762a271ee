import { findRedBefore } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Giving something back or tidying up may fail without anyone being able to do anything about it. */
const BEST_EFFORT =
  /\b(?:close|unlink|rm|rmSync|rmdir|remove|kill|dispose|destroy|abort|cleanup|clean_up|terminate|unsubscribe|disconnect|release|cancel|shutdown|revoke|delete)\w*\(|\bclearTimeout|\.focus\(|\.blur\(|scrollIntoView|localStorage|sessionStorage|os\.remove|chmod/i;
/** Somebody else was told, says the comment. */
const HANDLED =
  /\b(?:already|is|are|was|were|been|gets?) (?:\w+ )?(?:shown|handled|logged|reported|displayed|surfaced)\b|\bhandled (?:by|in|elsewhere|above|below)\b/i;
const NARROW = /^(?!\(?(?:Base)?Exception\b|Throwable\b)\(?\w/;

export const rule: Rule = {
  meta: {
    id: 'error-silenced',
    version: 1,
    kind: 'error-swallowed',
    stage: 'nursery',
    worth: 3,
    concepts: ['failures must surface', 'who can handle this error?'],
    activities: ['E4', 'E6'],
    cwe: [390, 391],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'swallowing-catch', ({ captures }, { role }) => captures.way === 'empty' && role !== 'test')) {
      const { tried = '', type = '', comment = '', value = '' } = found.match.captures;
      // In Python the broadest handler there is hides more than the failure it was meant for, also where that one may be ignored.
      const isTidying = BEST_EFFORT.test(tried);
      if (isTidying && (found.edit.language !== 'python' || NARROW.test(type) || comment !== '')) continue;
      if (HANDLED.test(`${comment} ${found.match.text}`)) continue;
      // An expected kind of error by name, or a reason written down, is a decision rather than an omission.
      const considered = (NARROW.test(type) ? 0.2 : 0) + (comment.length > 12 ? 0.15 : 0) + (value === 'continue' ? 0.1 : 0) + (isTidying ? 0.2 : 0);
      yield toCodeCandidate(facts, found, {
        confidence: 0.65 - considered,
        ...(considered > 0.15 ? { worth: 1 as const } : {}),
        red: findRedBefore(facts, found.edit),
        words: /\berrors?\b|\bexceptions?\b|\bcatch|\bswallow|\bsilent|\bfail/i,
      });
    }
  },
};
