import { findAssertions, type Assertion } from '../assertion-parts.ts';
import { PROGRAM } from '../code-language.ts';
import type { CodePattern } from '../code-pattern.ts';

const EQUALITY = /^(?:resolves\.|rejects\.)?to(?:Be|Equal|StrictEqual)$|^to\.(?:be|equal|deep\.equal|eql)$|equal$|^===?$|^is$|assert_eq|EQ$|Same$/i;
const CONSTANT_TRUTH =
  /^toBe(?:Truthy|Defined)$|^not\.toBe(?:Null|Undefined|Falsy)$|^(?:assert|assert\.ok|assert\.isTrue|self\.assertTrue|assertTrue|assert\.True|require\.True|Assert\.(?:True|IsTrue)|assert!|EXPECT_TRUE|ASSERT_TRUE)$/;

/** An assertion that holds whatever the code does. */
export const tautology: CodePattern = {
  id: 'tautology',
  languages: PROGRAM,
  sides: 'added',
  files: 'tests',
  prefilter:
    /\b(?:expect|[aA]ssert\w*|require)(?:[!.]\w*)*[\s(]+(?:t, )?(?:true|True|not False|\d|["'`])|expect\(([\w.]+)\)[\w.\s]*\(\1\)|assert\w*(?:\.\w+)*!?[\s(]+(?:t, )?([\w.]+)(?:,| ==| is)\s*\2\b|(?:\|\||\bor)\s+[tT]rue\b|OrEqual\(0\)|>= 0\b|ASSERT_|EXPECT_/,
  *find(code) {
    for (const found of findAssertions(code)) {
      const why = whyAlwaysTrue(found);
      if (why) yield { start: found.start, end: found.end, text: found.text, captures: { why, subject: found.subject } };
    }
  },
};

function whyAlwaysTrue({ subject, matcher, expected, subjectIsLiteral, expectedIsLiteral }: Assertion): string | null {
  if (subject === '') return null;
  if (EQUALITY.test(matcher) && expected !== '') {
    if (subjectIsLiteral && expectedIsLiteral) return 'compares two constants';
    if (subject === expected && !/[(]/.test(subject)) return 'compares a value with itself';
  }
  if (CONSTANT_TRUTH.test(matcher) && expected === '' && subjectIsLiteral && !/^(?:false|null|undefined|False|None|0|""|'')$/.test(subject))
    return 'checks a constant';
  if (/(?:\|\||\bor)\s+[tT]rue\b/.test(subject)) return 'is true by its own "or true"';
  if (/^toBeGreaterThanOrEqual$|^>=$/.test(matcher) && expected === '0' && /(?:\.length|\.size|\blen\(.*\)|\.count)$/.test(subject))
    return 'no length is below zero';
  return null;
}
