/** Whether a sentence takes back something the agent said or did. */
export type AdmissionStrength = 'explicit' | 'implied';

const EXPLICIT = [
  /\byou(?:'re| are) (?:absolutely |completely |totally |quite |entirely |100% )?(?:right|correct)\b(?! (?:to (?:ask|want|say|be concerned)|now|here:))/i,
  /\bi (?:was|am) (?:wrong|mistaken|incorrect)\b/i,
  /\bmy (?:mistake|bad|error|apologies|oversight)\b/i,
  /\b(?:good|great|nice) catch\b/i,
  /\bi (?:apologi[sz]e|'m sorry|am sorry)\b|^(?:sorry|apologies)\b/i,
  /\bi (?:misread|misunderstood|misinterpreted|misdiagnosed|mistakenly|incorrectly|wrongly|accidentally|inadvertently|overlooked|forgot|made (?:a|an) (?:mistake|error|wrong|incorrect)|shouldn't have|should not have|should have)\b/i,
  /\bi (?:missed|didn't (?:notice|realize|realise|account|consider|read|check)|failed to|assumed|jumped to)\b/i,
  /\bmy (?:earlier|previous|initial|first|original|last|own|prior) (?:\w+ )?(?:claim|assumption|statement|diagnosis|analysis|assessment|conclusion|answer|theory|hypothesis|fix|change|edit|approach|attempt|implementation|test|understanding|reading|suggestion|message|comment)s? (?:\w+ ){0,3}(?:was|were|is|are|had|did|broke|missed|caused|introduced)\b/i,
  /\bmy (?:fix|change|edit|refactor(?:ing)?|commit|patch|implementation) (?:broke|caused|introduced|regressed|is wrong|was wrong|was incorrect|had a bug|didn't)\b/i,
  /\bi(?:'ve| have)? (?:broke|introduced (?:a|the|an) (?:bug|regression|error))\b/i,
  /\bthat was (?:my|a) (?:mistake|error|bug in my)\b/i,
];
const IMPLIED = [
  /^(?:wait|hmm+|oh|oops|ah|hold on|actually|on second thought)\b[\s,.!—–-]/i,
  /\b(?:the|here's the|that's the|found the) (?:real|actual|true) (?:issue|problem|cause|bug|culprit|root cause|reason|error)\b/i,
  /\b(?:i see|now i see|i found|found) (?:the|what the) (?:problem|issue|bug|real)\b/i,
  /\bnow i (?:see|understand|realize|realise) (?:the|what|why|that) (?:\w+ )?(?:issue|problem|bug|error|cause|failure|mistake|confusion|went|is wrong|was wrong|it fail|this fail)/i,
  /\b(?:it )?turns out\b/i,
  /\blooks like (?:\S+ ){1,8}(?:doesn't|does not|don't|isn't|is not|aren't|didn't|no longer|never)\b/i,
  /\b(?:doesn't|does not|don't|didn't|isn't|aren't) (?:actually|really) \w+/i,
  /\bthat (?:didn't|did not|doesn't) (?:work|help|fix)\b/i,
  /^(?:so |but |oh,? |ah,? |ok,? |hmm,? )*(?:the|this|that|it|these|those|`[^`]+`)\b.{0,60}\b(?:is|are|was|were|has|have) actually\b/i,
  /\bi (?:now )?reali[sz]e\b/i,
  /\bcontrary to (?:what|my)\b/i,
  /\b(?:not|n't) (?:what|as) i (?:expected|thought|assumed|had)\b/i,
];
/** "You're right to ask", quoting a user, or speaking of code: no retraction. */
const NOT_OWN =
  /\b(?:if|whether|unless|when) (?:you(?:'re| are)|i(?:'m| am| was)) (?:right|wrong|correct)|\bso (?:i|we) should have\b|\bi should have (?:enough|all|everything|a (?:good|clear|complete)|the (?:full|complete))\b/i;

/** Most sentences hold none of these: looking for them first keeps the whole cheap. */
const EXPLICIT_STEMS =
  /right|correct|wrong|mistak|\bmy |catch|sorry|apolog|i (?:mis|ac|in|over|for|made|sh|did|fail|ass|jump|broke)|i've (?:broke|intro)|i have (?:broke|intro)/i;
const IMPLIED_STEMS =
  /actual|really|^(?:wait|hm|oh|oops|ah|hold|on second)|the real|true|i see|i found|^found|now i|turns out|looks like|that did|that does|reali|contrary|as i |what i /i;
const PLANS = /^(?:let me|i'll|i will|now let|i need|next)\b/i;
const LONGEST = 500;

export function readAdmission(sentence: string): AdmissionStrength | null {
  if (sentence.length > LONGEST) return null;
  if (EXPLICIT_STEMS.test(sentence) && EXPLICIT.some((pattern) => pattern.test(sentence))) return NOT_OWN.test(sentence) ? null : 'explicit';
  if (!IMPLIED_STEMS.test(sentence) || PLANS.test(sentence)) return null;
  return IMPLIED.some((pattern) => pattern.test(sentence)) ? 'implied' : null;
}
