/** As many names as a run's output is read for: of more, some are missing. */
const MOST_NAMES = 30;

/** The test files in which tests failed, where every name says its file; else all of them. */
export function narrowToFailing(tests: readonly string[], failingTests: readonly string[]): readonly string[] {
  if (failingTests.length === 0 || failingTests.length >= MOST_NAMES) return tests;
  const fileOf = (name: string): string | undefined => tests.find((test) => name.startsWith(`${test} > `) || name.startsWith(`${test}::`));
  const named = new Set(failingTests.map(fileOf));
  return named.has(undefined) ? tests : tests.filter((test) => named.has(test));
}
