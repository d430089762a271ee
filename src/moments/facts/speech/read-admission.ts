/** Whether a sentence takes back something the agent said or did. */
import { anyOf } from '../any-of.ts';

export type AdmissionStrength = 'explicit' | 'implied';

const EXPLICIT = anyOf([
  /\byou(?:'re| are) (?:absolutely |completely |totally |quite |entirely |100% )?(?:right|correct)\b(?! (?:to (?:ask|want|say|be concerned)|now|here:))/,
  /\bi (?:was|am) (?:wrong|mistaken|incorrect)\b/,
  /\bmy (?:mistake|bad|error|apologies|oversight)\b/,
  /\b(?:good|great|nice) catch\b/,
  /\bi (?:apologi[sz]e|'m sorry|am sorry)\b|^(?:sorry|apologies)\b/,
  /\bi (?:misread|misunderstood|misinterpreted|misdiagnosed|mistakenly|incorrectly|wrongly|accidentally|inadvertently|overlooked|forgot|made (?:a|an) (?:mistake|error|wrong|incorrect)|shouldn't have|should not have|should have)\b/,
  /\bi (?:missed|didn't (?:notice|realize|realise|account|consider|read|check)|failed to|assumed|jumped to)\b/,
  /\bmy (?:earlier|previous|initial|first|original|last|own|prior) (?:\w+ )?(?:claim|assumption|statement|diagnosis|analysis|assessment|conclusion|answer|theory|hypothesis|fix|change|edit|approach|attempt|implementation|test|understanding|reading|suggestion|message|comment)s? (?:\w+ ){0,3}(?:was|were|is|are|had|did|broke|missed|caused|introduced)\b/,
  /\bmy (?:fix|change|edit|refactor(?:ing)?|commit|patch|implementation) (?:broke|caused|introduced|regressed|is wrong|was wrong|was incorrect|had a bug|didn't)\b/,
  /\bi(?:'ve| have)? (?:broke|introduced (?:a|the|an) (?:bug|regression|error))\b/,
  /\bthat was (?:my|a) (?:mistake|error|bug in my)\b/,
]);
const IMPLIED = anyOf([
  /^(?:wait|hmm+|oh|oops|ah|hold on|actually|on second thought)\b[\s,.!—–-]/,
  /\b(?:the|here's the|that's the|found the) (?:real|actual|true) (?:issue|problem|cause|bug|culprit|root cause|reason|error)\b/,
  /\b(?:i see|now i see|i found|found) (?:the|what the) (?:problem|issue|bug|real)\b/,
  /\bnow i (?:see|understand|realize|realise) (?:the|what|why|that) (?:\w+ )?(?:issue|problem|bug|error|cause|failure|mistake|confusion|went|is wrong|was wrong|it fail|this fail)/,
  /\b(?:it )?turns out\b/,
  /\blooks like (?:\S+ ){1,8}(?:doesn't|does not|don't|isn't|is not|aren't|didn't|no longer|never)\b/,
  /\b(?:doesn't|does not|don't|didn't|isn't|aren't) (?:actually|really) \w+/,
  /\bthat (?:didn't|did not|doesn't) (?:work|help|fix)\b/,
  /^(?:so |but |oh,? |ah,? |ok,? |hmm,? )*(?:the|this|that|it|these|those|`[^`]+`)\b.{0,60}\b(?:is|are|was|were|has|have) actually\b/,
  /\bi (?:now )?reali[sz]e\b/,
  /\bcontrary to (?:what|my)\b/,
  /\b(?:not|n't) (?:what|as) i (?:expected|thought|assumed|had)\b/,
]);
/** "You're right to ask", quoting a user, or speaking of code: no retraction. */
const NOT_OWN =
  /\b(?:if|whether|unless|when) (?:you(?:'re| are)|i(?:'m| am| was)) (?:right|wrong|correct)|\bso (?:i|we) should have\b|\bi should have (?:enough|all|everything|a (?:good|clear|complete)|the (?:full|complete))\b/;

/** Most sentences hold none of these: looking for them first keeps the whole cheap. */
const EXPLICIT_STEMS =
  /right|correct|wrong|mistak|\bmy |catch|sorry|apolog|i (?:mis|ac|in|over|for|made|sh|did|fail|ass|jump|broke)|i've (?:broke|intro)|i have (?:broke|intro)/;
const IMPLIED_STEMS =
  /actual|really|^(?:wait|hm|oh|oops|ah|hold|on second)|the real|true|i see|i found|^found|now i|turns out|looks like|that did|that does|reali|contrary|as i |what i /;
const PLANS = /^(?:let me|i'll|i will|now let|i need|next)\b/;
const LONGEST = 500;

/** @param lower the sentence in lower case */
export function readAdmission(lower: string): AdmissionStrength | null {
  if (lower.length > LONGEST) return null;
  if (EXPLICIT_STEMS.test(lower) && EXPLICIT.test(lower)) return NOT_OWN.test(lower) ? null : 'explicit';
  if (!IMPLIED_STEMS.test(lower) || PLANS.test(lower)) return null;
  return IMPLIED.test(lower) ? 'implied' : null;
}
