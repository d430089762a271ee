import type { CheckResult } from '../../../model/comparison.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';

const MOST_NAMED = 3;

/** What the checks said of one output, as a sentence. */
export function describeResult(result: CheckResult | undefined): string {
  if (!result || result.passed === null || result.hidden?.passed === null) return 'Its tests could not be run.';
  if (result.passed && result.hidden?.passed !== false) return result.hidden ? 'Passes, the hidden tests too.' : 'Passes.';
  const isHidden = result.passed;
  const failing = (isHidden ? result.hidden?.failingTests : result.failingTests) ?? [];
  const named = failing.slice(0, MOST_NAMED).map(toVisibleText).join('; ');
  const more = failing.length > MOST_NAMED ? ` and ${failing.length - MOST_NAMED} more` : '';
  return `Fails${isHidden ? ' the hidden tests' : ''}${named === '' ? '' : `: ${named}${more}`}.`;
}

/** The sentence over the reveal; `firsts` are the letters people ranked first. */
export function describeFirsts(firsts: readonly string[], results: readonly CheckResult[]): string {
  const [first] = firsts;
  if (first === undefined) return 'Nobody ranked them.';
  const agree = new Set(firsts).size === 1;
  if (!agree) return `You differ on the best: ${firsts.join(', ')}.`;
  const said = firsts.length < 2 ? `You ranked ${first} first` : `You all ranked ${first} first`;
  const result = results.find(({ letter }) => letter === first);
  const passes = result ? (result.passed === null ? null : result.passed && result.hidden?.passed !== false) : null;
  return passes === null ? `${said}.` : `${said}, ${passes ? 'and it passes' : 'but it fails'}.`;
}
