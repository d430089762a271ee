import type { CodePattern } from '../code-pattern.ts';
import { assertion } from './assertion.ts';
import { checkLoosened } from './check-loosened.ts';
import { codeExecution } from './code-execution.ts';
import { commentedOut } from './commented-out.ts';
import { debugPrint } from './debug-print.ts';
import { discardedError } from './discarded-error.ts';
import { effectDeps } from './effect-deps.ts';
import { hardCodedSecret } from './hard-coded-secret.ts';
import { hollowTest } from './hollow-test.ts';
import { ioInLoop } from './io-in-loop.ts';
import { literalSpecialCase } from './literal-special-case.ts';
import { nullGuard } from './null-guard.ts';
import { offByOne } from './off-by-one.ts';
import { rebuiltInLoop } from './rebuilt-in-loop.ts';
import { retryLoop } from './retry-loop.ts';
import { searchInLoop } from './search-in-loop.ts';
import { shellInjection } from './shell-injection.ts';
import { sleep } from './sleep.ts';
import { sqlByString } from './sql-by-string.ts';
import { stub } from './stub.ts';
import { suppressDirective } from './suppress-directive.ts';
import { swallowingCatch } from './swallowing-catch.ts';
import { tautology } from './tautology.ts';
import { testAwareCode } from './test-aware-code.ts';
import { testFocus } from './test-focus.ts';
import { testSkip } from './test-skip.ts';
import { timeoutValue } from './timeout-value.ts';
import { tlsOff } from './tls-off.ts';
import { typeHole } from './type-hole.ts';
import { unboundedFanOut } from './unbounded-fan-out.ts';

export const ALL_PATTERNS: readonly CodePattern[] = [
  assertion,
  checkLoosened,
  codeExecution,
  commentedOut,
  debugPrint,
  discardedError,
  effectDeps,
  hardCodedSecret,
  hollowTest,
  ioInLoop,
  literalSpecialCase,
  nullGuard,
  offByOne,
  rebuiltInLoop,
  retryLoop,
  searchInLoop,
  shellInjection,
  sleep,
  sqlByString,
  stub,
  suppressDirective,
  swallowingCatch,
  tautology,
  testAwareCode,
  testFocus,
  testSkip,
  timeoutValue,
  tlsOff,
  typeHole,
  unboundedFanOut,
];
