import { PROGRAM } from '../code-language.ts';
import type { CodePattern, Found } from '../code-pattern.ts';

const KNOWS =
  /NODE_ENV\s*={2,3}\s*["']test["']|["']test["']\s*={2,3}\s*process\.env\.NODE_ENV|["']pytest["']\s+in\s+sys\.modules|PYTEST_CURRENT_TEST|process\.env(?:\.|\[["'])(?:VITEST|JEST_WORKER_ID)|\btesting\.Testing\(\)|flag\.Lookup\("test\.|\bif\s+!?cfg!\(test\)|^\s*#\s*if(?:def)?\s+(?:defined\()?(?:UNIT_?TEST|RUNNING_TESTS)\b|Class\.forName\(\s*"org\.(?:junit|testng)|"(?:xunit|nunit)[\w.]*"[^;\n]*GetAssemblies|GetAssemblies\(\)[^;\n]*"(?:xunit|nunit)|\bif\s.*\bisTestEnv(?:ironment)?\b/m;

/** Product code that asks whether it is being tested. */
export const testAwareCode: CodePattern = {
  id: 'test-aware-code',
  languages: PROGRAM,
  sides: 'both',
  prefilter: KNOWS,
  *find(code): Iterable<Found> {
    const comments = code.comments();
    for (const index of code.changed) {
      const line = code.lines[index] ?? '';
      const match = KNOWS.exec(line);
      if (match && !(comments[index] ?? '')[match.index]?.trim()) yield { start: index, end: index, text: line.trim(), captures: { what: match[0] } };
    }
  },
};
