import { findRedBefore, toWordsAsked } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

const TIMING =
  /\brac(?:e|y|es|ing)\b|\bflak|intermittent|\btim(?:e|ed|ing)[ -]?outs?\b|\btiming\b|\bhang|\bdeadlock|sometimes|\bunstable\b|\bnot (?:yet )?ready\b|\bwait/i;
/** A wait whose length is the point: pauses between tries, pacing, time on a screen. */
const ON_PURPOSE = /back-?off|throttl|rate.?limit|debounc|animat|jitter|cool.?down|pace|pacing|interval|poll|heartbeat|simulat|typing|demo|stagger/i;

export const rule: Rule = {
  meta: {
    id: 'fixed-wait',
    version: 1,
    kind: 'race-or-timing',
    stage: 'nursery',
    worth: 3,
    concepts: ['wait for a condition, not for a time', 'happens-before'],
    activities: ['E4', 'E6'],
    cwe: [362],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'sleep', ({ captures }) => captures.fixed === 'yes' && captures.loop === '')) {
      const { edit, match } = found;
      if (edit.language === 'bash' || edit.role === 'config') continue;
      const around = edit.added.filter(({ number }) => number === 0 || Math.abs(number - match.line) <= 2).map(({ text }) => text);
      if (ON_PURPOSE.test([match.text, ...around.slice(0, 12)].join('\n'))) continue;
      const red = findRedBefore(facts, edit);
      const inWords = TIMING.test(toWordsAsked(facts, edit)) || (red !== undefined && TIMING.test(red.failure?.message ?? ''));
      yield toCodeCandidate(facts, found, {
        confidence: (edit.role === 'test' ? 0.55 : 0.5) + (inWords ? 0.2 : 0),
        red,
        words: /\brac(?:e|y)\b|\bflak|\bsleep|\bdelay|\bwait|\btiming|\btimeout/i,
        params: { wait: match.captures.duration ?? '' },
      });
    }
  },
};
