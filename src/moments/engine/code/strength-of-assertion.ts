/** Words of an assertion, as the pattern `assertion` captures them. */
export interface AssertionWords {
  readonly subject?: string;
  readonly matcher?: string;
  readonly expected?: string;
}

/** How much an assertion pins down: 3 an exact value, 2 a part or a bound, 1 that something is there. */
export function strengthOf({ matcher = '', expected = '', subject = '' }: AssertionWords): number {
  const name = matcher.replace(/^(?:resolves|rejects)\./, '');
  // Go states when the test fails: `if got != want` asks for equality, `if got == nil` for something to be there.
  if (name === 'if !=') return 3;
  if (name === 'if ==') return 1;
  if (name.startsWith('if ')) return 2;
  if (/any\(|anything\(|mock\.ANY|\bANY\b/.test(expected) && !/[{[]/.test(expected)) return 1;
  if (
    /^(?:not\.)?toBe(?:Defined|Undefined|Truthy|Falsy|Null|NaN)$|^is not$|^not\.to(?:Be|Equal|Throw)$|^assert!?$|^if$|^!=$|NotNull|NotNil|NotEmpty|IsNotNone|^to\.(?:exist|be\.ok)$|^assert(?:\.ok)?$|assertTrue$|\.True$|IsTrue$|_TRUE$|^(?:REQUIRE|CHECK|EXPECT|ASSERT)$|_NE$|_ne!$|NotEqual\w*$|^is(?:NotNull|NotEmpty|True|Present|NotEqualTo|InstanceOf)$|^(?:NotBe\w*|BeTrue|BeOfType)$/.test(
      name,
    )
  ) {
    return /toBe(?:Null|Undefined|NaN)$/.test(name) && !name.startsWith('not.')
      ? 3
      : /[=<>]|\bin\b|\(/.test(subject) && /^assert|True$|_TRUE$|^(?:REQUIRE|CHECK|EXPECT|ASSERT)$|^if$/.test(name)
        ? 2
        : 1;
  }
  if (
    /Greater|Less|Close|Contain|Match|InstanceOf|Property|Len|^in$|^[<>]=?$|assertIn$|Regex|Contains|InDelta|approx|StartsWith|arrayContaining|objectContaining|^(?:EXPECT|ASSERT)_[GL][TE]|^has(?!ToString|Size|Value)|^contains|^startsWith|^endsWith|^matches|_matches!/.test(
      name + expected,
    )
  )
    return 2;
  if (/CalledTimes|CalledWith|called_with|called_once_with/.test(name)) return 3;
  if (/Called$|assert_called$|toHaveBeenCalled$/.test(name)) return 1;
  return 3;
}
