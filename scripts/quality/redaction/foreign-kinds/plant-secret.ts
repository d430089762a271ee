import type { Planting } from '../secret-kind.ts';

/** A planting of these secrets in these texts. A secret that stands in none of them could never be missed, so that is a bug and throws. */
export function plantSecrets(secrets: readonly string[], texts: readonly string[]): Planting {
  for (const secret of secrets) if (!texts.some((text) => text.includes(secret))) throw new Error(`not planted: ${secret}`);
  return { texts, secrets };
}

/** A planting of one secret in one text. */
export const plantSecret = (secret: string, text: string): Planting => plantSecrets([secret], [text]);
