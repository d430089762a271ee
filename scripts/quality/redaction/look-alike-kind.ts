import type { Random } from './random.ts';

/** What reads like a secret and is none. */
export interface LookAlikeKind {
  readonly name: string;
  /** A piece of transcript, and the parts of it that must come through unchanged. */
  readonly plant: (random: Random) => { readonly text: string; readonly kept: readonly string[] };
}
