import type { DeconstructedHunk } from '../../model/deconstruction.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, type Result } from '../../model/result.ts';
import type { DeconstructionTruth, SharedDeconstruction } from '../../model/team/shared-deconstruction.ts';
import { DECONSTRUCTION_FIELDS, DECONSTRUCTION_TRUTH_FIELDS } from '../../redaction/content-fields.ts';
import type { App } from '../app.ts';
import { deconstructRange } from '../deconstruct/deconstruct-range.ts';
import { previewWork, type ShareWorkChoices, type WorkPreview } from './preview-work.ts';
import type { TeamPort } from './team-port.ts';

export interface ShareDeconstruction extends ShareWorkChoices {
  readonly range: string;
  readonly folder: string;
  readonly top: number;
  /** What the change is for. */
  readonly task: string;
  readonly onProgress?: (what: string) => void;
  readonly signal?: AbortSignal;
}

/** A change as it would leave this machine to be taken apart by two: hunks; sealed, what the tests say without each, which is found here and now and shown to nobody. */
export async function previewDeconstruction(
  app: App,
  team: TeamPort | null,
  { range, folder, top, task, onProgress, signal, ...choices }: ShareDeconstruction,
): Promise<Result<WorkPreview, Problem>> {
  let suite = '';
  const done = await deconstructRange(app, {
    range,
    folder,
    top,
    isKept: false,
    onBegin: (begun) => (suite = begun.suite.shownAs),
    ...(onProgress ? { onProgress } : {}),
    ...(signal ? { signal } : {}),
  });
  if (!done.ok) return done;
  if (done.value.wasStopped) return failed(problem('conflict', 'It was stopped. Nothing was sent.'));
  const { hunks, repository } = done.value;
  const content: SharedDeconstruction = {
    task,
    suite,
    hunks: hunks.map(({ id, path, hunk, risk, reasons }: DeconstructedHunk) => ({ id, path, hunk, risk, reasons })),
  };
  const truth: DeconstructionTruth = { range, findings: hunks.map(({ id, finding, failingTests }) => ({ id, finding, failingTests })) };
  return previewWork(
    app,
    team,
    {
      of: range,
      root: repository,
      content: { value: content, fields: DECONSTRUCTION_FIELDS },
      truth: { value: truth, fields: DECONSTRUCTION_TRUTH_FIELDS },
      toRequest: (shared, withheld, pair) => ({ version: 1, kind: 'deconstruction', pair, deconstruction: shared, withheld: { truth: withheld } }),
    },
    choices,
  );
}
