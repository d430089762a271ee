import { tellComparison, type ToldComparison } from '../../app/compare/tell-comparison.ts';
import type { CheckResult, Comparison } from '../../model/comparison.ts';
import type { ShownOutput } from '../../model/team/shared-comparison.ts';
import type { Terminal } from '../terminal.ts';
import { toCount, toDay } from '../text/format-quantities.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';
import { cutToWidth } from '../text/wrap-text.ts';

type Styling = Pick<Terminal, 'style' | 'width'>;

/** What may be told before the reveal: letters, never whose they are. */
export function toPublic(comparison: Comparison): object {
  if (comparison.state === 'revealed') return comparison;
  const { id, repository, base, drawnAt, outputs, state, judgement } = comparison;
  return { id, repository, base, drawnAt, state, letters: outputs.map(({ letter }) => letter), judgement };
}

export function formatOutput({ letter, files, added, removed }: ShownOutput, { style, width }: Styling): string {
  const lines = files.flatMap(({ path, hunks }) => [
    style('bold', toPlainLine(path)),
    ...hunks.flatMap((hunk) => [style('dim', `  @@ ${hunk.newStart}`), ...hunk.lines.map((line) => formatLine(line, { style, width }))]),
  ]);
  return [style('cyan', `${letter}: ${toCount(files.length, 'file')}, +${added} -${removed}`), ...lines].join('\n');
}

function formatLine(line: string, { style, width }: Styling): string {
  const text = cutToWidth(toPlain(line).replaceAll('\t', '  ').replaceAll('\n', ' '), width - 2);
  return `  ${line[0] === '+' ? style('green', text) : line[0] === '-' ? style('red', text) : style('dim', text)}`;
}

/** Whose output was which, what the checks say, and how the judgement did. */
export function formatRevealed(comparison: Comparison, { style }: Styling): string {
  const { outputs, results, judgement } = comparison;
  const told = tellComparison(comparison);
  const rows = outputs.map(({ letter, ref, commit }) => {
    const result = results.find((one) => one.letter === letter);
    const rank = (judgement?.ranking.indexOf(letter) ?? -1) + 1;
    return `${style('bold', letter)} ${toPlainLine(ref)} ${style('dim', commit.slice(0, 8))}\n  you ranked it ${rank} and were ${judgement?.passes[letter]} % sure that it passes\n  ${result ? toOutcome(result, told.passesByLetter.get(letter) ?? null, style) : 'not checked'}`;
  });
  return [...rows, toVerdict(told)].join('\n');
}

function toOutcome(result: CheckResult, passes: boolean | null, style: Styling['style']): string {
  if (passes === null) return style('yellow', 'its checks could not be run here');
  if (passes) return style('green', result.hidden ? 'passes, the hidden tests too' : 'passes');
  const isHidden = result.passed !== false;
  const named = (isHidden ? result.hidden?.failingTests : result.failingTests) ?? [];
  return style('yellow', `fails${isHidden ? ' the hidden tests' : ''}${named.length > 0 ? `: ${named.slice(0, 3).map(toPlainLine).join('; ')}` : ''}`);
}

function toVerdict({ resolved }: ToldComparison): string {
  if (!resolved || resolved.brier === null) return 'Nothing could be settled.';
  const best = resolved.bestPasses === null ? '' : resolved.bestPasses ? 'The one you ranked first passes. ' : 'The one you ranked first fails. ';
  const pairs =
    resolved.pairs.of > 0 ? `${resolved.pairs.right} of ${toCount(resolved.pairs.of, 'pair')} of a passing and a failing one in the right order. ` : '';
  return `${best}${pairs}Brier score ${resolved.brier.toFixed(2)} (0 is best, 0.25 is what 50 % always earns).`;
}

export function formatList({ id, state, drawnAt, outputs }: Comparison, now: Date): string {
  const words = {
    drawn: 'not judged yet',
    sealed: 'sealed, not checked yet',
    revealed: outputs.map(({ letter, ref }) => `${letter} ${toPlainLine(ref)}`).join(', '),
  };
  return `${id}  ${toDay(drawnAt, now)}  ${words[state]}`;
}
