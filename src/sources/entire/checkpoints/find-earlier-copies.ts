import { runGit } from '../../git/run-git.ts';
import { sizeObjects } from '../../git/size-objects.ts';
import { parseCheckpointPlace } from './parse-checkpoint-place.ts';

/** Folders of checkpoints named to git at once: they are arguments of one command. */
const MOST_FOLDERS = 2000;

/**
 * Entire writes a transcript when a commit is made and again when the agent has ended its turn; the earlier copies stay in the
 * history of its branch. Where a clone leaves the last one out, being big, a smaller one may be here.
 * @param slots `<checkpoint>/<slot>` of the transcripts that are lacking
 * @returns by slot the object of the latest copy that is here
 */
export async function findEarlierCopies(root: string, refs: readonly string[], slots: ReadonlySet<string>): Promise<Map<string, string>> {
  const folders = [...new Set([...slots].map((slot) => `${slot.slice(0, 2)}/${slot.slice(2).split('/')[0]}`))].slice(-MOST_FOLDERS);
  if (refs.length === 0 || folders.length === 0) return new Map();
  const log = await runGit(root, ['log', '-m', '--root', '--format=', '--raw', '--no-abbrev', '--no-renames', ...refs, '--', ...folders]);
  // A clone that leaves trees out has no history to look at.
  if (!log.ok) return new Map();
  const copies = log.value.split('\n').flatMap((line) => {
    const [, before = '', after = '', path = ''] = /^:\d{6} \d{6} ([0-9a-f]+) ([0-9a-f]+) [A-Z]\t(.+)$/.exec(line) ?? [];
    const place = parseCheckpointPlace(path, undefined);
    const key = place?.file === 'raw' && place.part === 0 ? `${place.checkpoint}/${place.slot}` : '';
    return slots.has(key) ? [after, before].filter((object) => !/^0+$/.test(object)).map((object) => ({ key, object })) : [];
  });
  const here = await sizeObjects(root, [...new Set(copies.map(({ object }) => object))]);
  const latest = new Map<string, string>();
  // Git tells what was changed last first.
  for (const { key, object } of copies) if (here.ok && here.value.has(object) && !latest.has(key)) latest.set(key, object);
  return latest;
}
