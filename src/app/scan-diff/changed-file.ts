import type { Hunk } from '../../model/hunk.ts';

/** One file of a diff, with its text before and after where git has it. */
export interface ChangedFile {
  readonly path: string;
  readonly change: 'create' | 'update' | 'delete' | 'move';
  readonly hunks: readonly Hunk[];
  /** Ids of git's objects as the diff names them; those of a patch may be cut short. */
  readonly objects: { readonly before: string | null; readonly after: string | null };
  readonly before?: string;
  readonly after?: string;
}
