/** The code that a case needs, as one archive: which files it holds is said first, so that it can be checked before anything is written. */
import { z } from 'zod';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'This is no SHA-256.');

const MAX_PATH_CHARS = 1024;
export const MAX_TREE_FILES = 20_000;
/** Of one archive: compressed as it travels, and as files. */
export const MAX_ARCHIVE_BYTES = 8 * 1024 * 1024;
export const MAX_TREE_BYTES = 96 * 1024 * 1024;

// Names that some system reads as another place, a device or a stream; git's own folder, whatever its case.
const RESERVED = /^(?:\.{1,2}|\.git|git~1)$|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const ODD = /[\u0000-\u001f\u007f\\:*?"<>|]/;

/** A place within the tree and nowhere else, on every system. */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > MAX_PATH_CHARS || path.startsWith('/') || ODD.test(path)) return false;
  return path.split('/').every((name) => name !== '' && name.length <= 255 && !RESERVED.test(name));
}

const treeFileSchema = z.strictObject({
  path: z.string().refine(isSafePath, 'A path leads out of the tree.'),
  /** Links, submodules and special files are in no archive. */
  mode: z.enum(['644', '755']),
  size: z.number().int().min(0).max(MAX_TREE_BYTES),
  sha256: sha256Schema,
});

/** The files in order of their paths (by UTF-16 unit), each once, none of them a folder of another. */
export const treeManifestSchema = z
  .strictObject({ format: z.literal(1), files: z.array(treeFileSchema).max(MAX_TREE_FILES) })
  .superRefine(({ files }, context) => {
    const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
    // Systems that do not tell capitals apart would write the second file over the first, or through it.
    const folded = new Set<string>();
    let before = '';
    let bytes = 0;
    for (const { path, size } of files) {
      if (before !== '' && path <= before) refuse('The files are not in order.');
      before = path;
      bytes += size;
      folded.add(path.normalize('NFC').toLowerCase());
    }
    if (folded.size < files.length) refuse('Two files have one name.');
    if (bytes > MAX_TREE_BYTES) refuse('The tree is too large.');
    const folders = new Set([...folded].flatMap((path) => path.split('/').map((_, depth, names) => names.slice(0, depth).join('/'))));
    if ([...folded].some((path) => folders.has(path))) refuse('A file is a folder of another.');
  });
export type TreeManifest = z.infer<typeof treeManifestSchema>;
