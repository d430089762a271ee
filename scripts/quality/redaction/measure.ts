/** Plants kinds, redacts, and counts what survived and what should have. */
import { redactEvents } from '../../../src/redaction/redact-session.ts';
import { createRedactor, redactText } from '../../../src/redaction/redact-text.ts';
import type { LookAlikeKind } from './look-alike-kind.ts';
import { createRandom } from './random.ts';
import type { Planting, SecretKind } from './secret-kind.ts';

export interface KindCount {
  readonly name: string;
  readonly of: number;
  /** Missed secrets, or touched look-alikes. */
  readonly wrong: number;
  /** The first one that went wrong, for whoever mends it. */
  readonly example?: string;
}

/** A run of this many characters of a secret in the result means that it was missed; of a shorter secret all of it. */
const TELLING_RUN = 8;

export async function measureSecrets(kinds: readonly SecretKind[], plantings: number, seed: number): Promise<KindCount[]> {
  const counts: KindCount[] = [];
  for (const [index, { name, plant }] of kinds.entries()) {
    const random = createRandom(seed + index * 7919);
    let of = 0;
    let wrong = 0;
    let example: string | undefined;
    for (let round = 0; round < plantings; round += 1) {
      const planting = plant(random);
      const missing = planting.secrets.filter((secret) => !planting.texts.some((text) => text.includes(secret)));
      if (planting.secrets.length === 0 || missing.length > 0) throw new Error(`The kind "${name}" plants something else than it says: ${missing.join(' ')}`);
      const shown = await redactPlanting(planting);
      of += 1;
      if (planting.secrets.some((secret) => survives(secret, shown))) {
        wrong += 1;
        example ??= `${JSON.stringify(planting.texts)} -> ${JSON.stringify(shown)}`;
      }
    }
    counts.push({ name, of, wrong, ...(example !== undefined && { example }) });
  }
  return counts;
}

async function redactPlanting({ texts }: Planting): Promise<string> {
  if (texts.length === 1) return (await redactText(texts[0] ?? '')).text;
  const events = texts.map((text, seq) => ({ id: `e${seq}`, seq, line: seq + 1, at: null, thread: 'main', kind: 'reply' as const, text }));
  const { value } = await redactEvents(events, await createRedactor());
  return value.map((event) => (event.kind === 'reply' ? event.text : '')).join('\n');
}

function survives(secret: string, shown: string): boolean {
  const run = Math.min(TELLING_RUN, secret.length);
  for (let from = 0; from + run <= secret.length; from += 1) if (shown.includes(secret.slice(from, from + run))) return true;
  return false;
}

export async function measureLookAlikes(kinds: readonly LookAlikeKind[], plantings: number, seed: number): Promise<KindCount[]> {
  const counts: KindCount[] = [];
  for (const [index, { name, plant }] of kinds.entries()) {
    const random = createRandom(seed + index * 104_729);
    let of = 0;
    let wrong = 0;
    let example: string | undefined;
    for (let round = 0; round < plantings; round += 1) {
      const { text, kept } = plant(random);
      const shown = (await redactText(text)).text;
      of += kept.length;
      const lost = kept.filter((part) => !shown.includes(part)).length;
      wrong += lost;
      if (lost > 0) example ??= `${JSON.stringify(text)} -> ${JSON.stringify(shown)}`;
    }
    counts.push({ name, of, wrong, ...(example !== undefined && { example }) });
  }
  return counts;
}
