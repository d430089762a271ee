/** How a kind of secret is planted in the corpus that redaction is measured on. Kinds are written as data: add one and it is measured. */
import type { Random } from './random.ts';

/** A piece of transcript with one or more secrets in it. */
export interface Planting {
  /**
   * Texts of neighbouring events of one stream (replies in a row, output in pieces): most plantings have one text. The more they
   * look like what agents' sessions hold (commands, files, logs, diffs, prose, HTTP), the more the figure says.
   */
  readonly texts: readonly string[];
  /**
   * What must be gone afterwards, each exactly as it stands in one of the texts: of a secret cut into pieces every piece, of an
   * encoded one its encoded form. Without names, quotes, scheme words or anything else that may stay.
   */
  readonly secrets: readonly string[];
}

export interface SecretKind {
  /** In the report, e.g. `github token in a remote's address`. */
  readonly name: string;
  /** Makes one planting, using no randomness but the one given. Called several times: secrets and surroundings should differ. */
  readonly plant: (random: Random) => Planting;
}
