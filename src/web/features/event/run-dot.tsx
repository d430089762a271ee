import type { RunWords } from './describe-run.ts';

const SHAPES: Readonly<Record<RunWords['tone'], string>> = {
  good: 'rounded-full bg-good',
  bad: 'rounded-[2px] bg-bad rotate-45',
  neutral: 'rounded-full border border-ink-3',
};

/** Green is round, red is a diamond, unknown is hollow. The word beside it says the same. */
export function RunDot({ tone }: { tone: RunWords['tone'] }) {
  return <span aria-hidden="true" className={`inline-block size-2 shrink-0 ${SHAPES[tone]}`} />;
}
