import type { HunkLeft } from '../../model/team/project.ts';
import type { DeconstructionTruth, HunkNote, SharedDeconstruction } from '../../model/team/shared-deconstruction.ts';

/**
 * Hunks that no test is known to mind and that nobody said anything about, in the order of their risk. One that could not be taken
 * out or run is among them: nothing was shown about it.
 */
export function listHunksLeft(
  { hunks }: Pick<SharedDeconstruction, 'hunks'>,
  { findings }: Pick<DeconstructionTruth, 'findings'>,
  notes: readonly Pick<HunkNote, 'hunk'>[],
): HunkLeft[] {
  const settled = new Set([...findings.filter(({ finding }) => finding === 'needed').map(({ id }) => id), ...notes.map(({ hunk }) => hunk)]);
  return hunks.filter(({ id }) => !settled.has(id)).map(({ id, path, hunk }) => ({ id, path, line: hunk.newStart }));
}
