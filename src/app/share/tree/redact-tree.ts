import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { LeftOut } from '../../../model/api/share.ts';
import { hashBytes, packTree, type PackedFile, type PackedTree } from '../../../probes/tree/pack-tree.ts';
import { UnredactableError, type Redactor } from '../../../redaction/redact-text.ts';
import type { TreeFiles } from './read-tree-files.ts';

/**
 * Hashes of files in which the detectors found nothing: a tree is looked through again whenever its owner adjusts a redaction, and
 * most of it never changes. For as long as the process lives.
 */
const plain = new Set<string>();
const MOST_PLAIN = 200_000;

/** A tree that may leave the machine. */
export interface RedactedTree {
  readonly packed: PackedTree;
  /** By path; what they were before is not kept. */
  readonly texts: ReadonlyMap<string, string>;
  readonly changed: ReadonlySet<string>;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Takes secrets out of every file. What the redactor learned before is taken out here too; what it learns here the caller
 * must look for in what came before.
 */
export async function redactTree({ texts, programs, leftOut }: Pick<TreeFiles, 'texts' | 'programs' | 'leftOut'>, redactor: Redactor): Promise<RedactedTree> {
  const redacted = new Map<string, string>();
  const knownAt = new Map<string, number>();
  const out: LeftOut[] = [];
  for (const [path, text] of texts) {
    const name = (await redactor.redactKeys(path)).text;
    const shown = name === path ? await redactFile(text, redactor) : undefined;
    if (shown === undefined) out.push({ path: name, why: 'secret-name' });
    else if (shown === null) out.push({ path, why: 'secrets' });
    else redacted.set(path, shown);
    knownAt.set(path, redactor.listKnown().length);
    // A server answers meanwhile.
    await yieldToOthers();
  }
  // A value that one file names as a secret may stand in an earlier one without a name.
  for (const [path, text] of redacted) {
    const known = redactor.listKnown();
    const later = known.slice(knownAt.get(path));
    if (known.some((value) => path.includes(value))) {
      redacted.delete(path);
      out.push({ path: (await redactor.redactKeys(path)).text, why: 'secret-name' });
    } else if (later.some((value) => text.includes(value))) redacted.set(path, (await redactFile(text, redactor)) ?? '');
  }
  const files = [...redacted].map(([path, text]): PackedFile => ({ path, mode: programs.has(path) ? '755' : '644', bytes: Buffer.from(text) }));
  return {
    packed: packTree(files),
    texts: redacted,
    changed: new Set([...redacted].flatMap(([path, text]) => (texts.get(path) === text ? [] : [path]))),
    leftOut: [...leftOut, ...out].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Null where it holds secrets that cannot all be taken out. */
async function redactFile(text: string, redactor: Redactor): Promise<string | null> {
  const hash = hashBytes(Buffer.from(text));
  if (plain.has(hash) && ![...redactor.listKnown(), ...redactor.added].some((value) => text.includes(value))) return text;
  try {
    const { text: shown, findings } = await redactor.redactText(text);
    // Where something is kept, nothing found says less.
    if (findings.length === 0 && redactor.keepsNone && plain.size < MOST_PLAIN) plain.add(hash);
    return shown;
  } catch (error) {
    if (error instanceof UnredactableError) return null;
    throw error;
  }
}
