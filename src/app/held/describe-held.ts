import { AGENT_LABELS } from '../../model/agent-names.ts';
import type { Machine } from '../../model/api/machine.ts';
import { isRepository } from '../../sources/git/find-git-folder.ts';
import { findRepositoryRoot } from '../agent-places.ts';
import type { Environment } from '../environment.ts';
import { listHeldTranscripts } from './list-held-transcripts.ts';

/** What Entire keeps in the repository Rounds runs in, and what of it this clone leaves out. */
export async function describeHeld({ folder }: Environment): Promise<Machine['agents'][number]> {
  const described = { agent: 'entire', label: AGENT_LABELS.entire, places: [], files: 0, bytes: 0 } as const;
  const root = findRepositoryRoot(folder);
  if (!isRepository(root)) return { ...described, places: [], state: 'absent' };
  const held = await listHeldTranscripts(root);
  if (!held.ok) return { ...described, places: [root], state: 'unreadable', problem: [held.problem.what, held.problem.why].filter(Boolean).join(' ') };
  const all = held.value;
  if (all.length === 0) return { ...described, places: [], state: 'absent' };
  const here = all.filter(({ bytes }) => bytes !== null);
  const left = all.length - here.length;
  return {
    ...described,
    places: [...new Set(all.map(({ gitFolder }) => gitFolder))],
    state: here.length > 0 ? 'read' : 'unreadable',
    files: here.length,
    bytes: here.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
    ...(left > 0 ? { problem: `Entire: ${left} of its ${all.length} sessions here cannot be read: this clone leaves out their objects.` } : {}),
  };
}
