import { anyOf } from '../any-of.ts';
import { isWide, toMatchText } from '../match-text.ts';

const LONGEST_READ = 12_000;

/**
 * Words by which a message says that its result was not seen, failed, or is not all of it. A limit of the design, a follow-up or
 * a caveat about something else takes nothing of the claim back.
 */
const DISCLOSES = anyOf([
  /\b(?:not|n't|never|un|without) ?(?:been |yet |fully |actually |able to )*(?:run|ran|tested|verified|executed|checked|validated|confirm|verify|test)\b/,
  /\b(?:untested|unverified|unable to|could ?n[o']t|couldn't|cannot|can't|was(?:n't| not) able to) (?:\w+ ){0,2}(?:run|test|verify|execute|reproduce)\b/,
  /\b(?:pre-?existing|unrelated|known|remaining|other|same|still|also) (?:\w+ ){0,4}(?:fail\w*|errors?|issues?|broken|warnings?)\b/,
  /\b(?:still|currently) (?:fail\w*|broken|red|missing|pending)\b/,
  /\b[1-9]\d* (?:\w+ ){0,3}fail(?:ed|ing|ures?|s)?\b|\b[1-9]\d* (?:\w+ ){0,3}errors? (?:remain|left|to go)/,
  /\bfail(?:ed|ing|ures?|s)? (?:\w+ ){0,4}(?:pre-?existing|unrelated|before my|on main|existing)\b/,
  /\b(?:left to do|remaining work|(?:is|are|it's) (?:not|only partially|partially) (?:yet )?(?:complete|done|finished|implemented|covered))\b/,
  /\b(?:you(?:'ll| will| should| need to| may want to) (?:need to |want to |have to )?(?:manually )?(?:run|test|verify|check))\b/,
  /\b(?:i (?:did ?n[o']t|have ?n[o']t|skipped)|did not|wasn't|was not) (?:\w+ ){0,2}(?:run|ran|try|tried|test\w*|verif\w*|execut\w*|check\w*|validat\w*|open\w*)\b/,
]);

export const discloses = (message: string): boolean => DISCLOSES.test(toMatchText(message.slice(0, LONGEST_READ), isWide(message)));
