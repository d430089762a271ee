import type { HunkLeft } from '../../model/team/project.ts';
import type { DeconstructionTruth, HunkNote, SharedDeconstruction, SharedHunk } from '../../model/team/shared-deconstruction.ts';

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
  return hunks.filter(({ id }) => !settled.has(id)).map(toHunkLeft);
}

/** What somebody who predicted nothing before the reveal has yet to take apart: of whatever a test minds, too, they said nothing yet. */
export function listUnspoken(
  { hunks }: Pick<SharedDeconstruction, 'hunks'>,
  notes: readonly Pick<HunkNote, 'hunk' | 'author'>[],
  person: HunkNote['author'],
): HunkLeft[] {
  const spoken = new Set(notes.filter(({ author }) => author === person).map(({ hunk }) => hunk));
  return hunks.filter(({ id }) => !spoken.has(id)).map(toHunkLeft);
}

const toHunkLeft = ({ id, path, hunk }: SharedHunk): HunkLeft => ({ id, path, line: hunk.newStart });
