import type { SessionCounts } from '../../../model/api/sessions.ts';
import { formatCount, formatNumber } from '../../text/format-amount.ts';

/** "9 prompts", "14 edits, 11 survive", "23 runs, 9 red", "2 commits": what there is none of is left out. */
export function describeCounts(counts: SessionCounts): string[] {
  return [
    counts.prompts > 0 && formatCount(counts.prompts, 'prompt'),
    counts.edits > 0 &&
      `${formatCount(counts.edits, 'edit')}${counts.editsSurviving < counts.edits ? `, ${formatNumber(counts.editsSurviving)} ${counts.editsSurviving === 1 ? 'survives' : 'survive'}` : ''}`,
    counts.runs > 0 && `${formatCount(counts.runs, 'run')}${counts.runsRed > 0 ? `, ${formatNumber(counts.runsRed)} red` : ''}`,
    counts.commits > 0 && formatCount(counts.commits, 'commit'),
  ].filter((part) => part !== false);
}
