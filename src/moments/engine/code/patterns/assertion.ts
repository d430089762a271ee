import { findAssertions } from '../assertion-parts.ts';
import { PROGRAM } from '../code-language.ts';
import type { CodePattern } from '../code-pattern.ts';

/** Every assertion lost, and with those the ones gained: rules compare the two sides. */
export const assertion: CodePattern = {
  id: 'assertion',
  languages: PROGRAM,
  sides: 'removed-first',
  files: 'tests',
  prefilter:
    /\bexpect\b|\)\.(?:not\.)?to[A-Z]\w*\(|[aA]ssert|ASSERT_|EXPECT_|REQUIRE\(|CHECK\(|\.Should\(\)|\brequire\.|\bt\.(?:Error|Fatal|Fail)|pytest\.(?:raises|warns|fail)|self\.fail|[+-]\s*if .*[!=<>].*\{/,
  *find(code) {
    for (const { start, end, text, subject, matcher, expected, expectedIsLiteral } of findAssertions(code))
      yield { start, end, text, captures: { subject, matcher, expected, literal: expectedIsLiteral ? 'yes' : '' } };
  },
};
