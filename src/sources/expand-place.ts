/** The folders and files that a default place means on this machine. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, parse, sep } from 'node:path';
import { describeSystemError } from './find-transcripts.ts';

/** Only what is there; a `*` stands for every folder at its level. A folder that may not be listed is left as it is, so that reading it tells why. */
export function expandPlace(path: string): string[] {
  const { root } = parse(path);
  const segments = path.slice(root.length).split(sep);
  const at = segments.indexOf('*');
  if (at === -1) return existsSync(path) ? [path] : [];
  const folder = join(root, ...segments.slice(0, at));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const rest = segments.slice(at + 1);
  try {
    return readdirSync(folder)
      .sort()
      .flatMap((name) => expandPlace(join(folder, name, ...rest)));
  } catch (error) {
    describeSystemError(error); // throws on anything but an answer of the file system
    return [folder];
  }
}
