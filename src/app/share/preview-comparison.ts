import { problem, type Problem } from '../../model/problem.ts';
import { failed, type Result } from '../../model/result.ts';
import type { ComparisonTruth, SharedComparison } from '../../model/team/shared-comparison.ts';
import { COMPARISON_FIELDS, COMPARISON_TRUTH_FIELDS } from '../../redaction/content-fields.ts';
import type { App } from '../app.ts';
import { checkOutputs, type CheckOptions } from '../compare/check-outputs.ts';
import { findComparison } from '../compare/settle-comparison.ts';
import { showOutputs } from '../compare/show-outputs.ts';
import { previewWork, type ShareWorkChoices, type WorkPreview } from './preview-work.ts';
import type { TeamPort } from './team-port.ts';

export interface ShareComparison extends ShareWorkChoices, CheckOptions {
  /** The beginning of its id. */
  readonly id: string;
  /** What was asked for. */
  readonly task: string;
}

/**
 * A comparison that nobody has judged, as it would leave this machine: diffs under letters; sealed, which letter is which and what
 * the checks say, which are run here and now and shown to nobody, its owner among them.
 */
export async function previewComparison(
  app: App,
  team: TeamPort | null,
  { id, task, hidden, onProgress, signal, ...choices }: ShareComparison,
): Promise<Result<WorkPreview, Problem>> {
  const found = findComparison(app, id);
  if (!found.ok) return found;
  const comparison = found.value;
  if (comparison.state !== 'drawn')
    return failed(
      problem('conflict', 'You have judged this comparison already.', {
        why: 'A round for two begins before anyone knows.',
        next: 'Draw a new one with "rounds compare".',
      }),
    );
  const shown = await showOutputs(comparison);
  if (!shown.ok) return shown;
  const checked = await checkOutputs(comparison, {
    ...(hidden === undefined ? {} : { hidden }),
    ...(onProgress ? { onProgress } : {}),
    ...(signal ? { signal } : {}),
  });
  if (!checked.ok) return checked;
  if (checked.value === null) return failed(problem('conflict', 'The checks were stopped. Nothing was sent.'));
  const { seed, base, outputs } = comparison;
  const content: SharedComparison = { task, outputs: shown.value };
  const truth: ComparisonTruth = { seed, base, outputs, results: checked.value };
  return previewWork(
    app,
    team,
    {
      of: comparison.id,
      root: comparison.repository,
      content: { value: content, fields: COMPARISON_FIELDS },
      truth: { value: truth, fields: COMPARISON_TRUTH_FIELDS },
      toRequest: (shared, withheld, pair) => ({ version: 1, kind: 'comparison', pair, comparison: shared, withheld: { truth: withheld } }),
    },
    choices,
  );
}
