import { createHash } from 'node:crypto';

/** Names for what was taken out: the same value has the same name within one case, and the name says nothing of the value. */

/** A mark left by an earlier redaction. Nothing that touches one is redacted again. */
export const MARK = /\[(?:secret:([a-z0-9-]{1,40})|email|user)-(\d{1,6})\]/g;

const PERSONAL = new Set(['email', 'user']);

/** One value that was taken out, without the value. The id is made of it: the same value has it in the next redaction too. */
export interface NamedValue {
  readonly id: string;
  readonly kind: string;
  /** What stands in its place. */
  readonly mark: string;
}

/** Never leaves the machine: a short value could be guessed from it. */
export const toRedactionId = (kind: string, value: string): string => `x_${createHash('sha256').update(toKey(kind, value)).digest('hex').slice(0, 16)}`;

const toKey = (kind: string, value: string): string => (PERSONAL.has(kind) ? `${kind}:${value.toLowerCase()}` : value);

export interface Placeholders {
  /** Numbers that stand in the text already are not given to another value. */
  readonly reserve: (text: string) => void;
  readonly nameOf: (kind: string, value: string) => string;
  /** Everything that has a name, in the order it was found. */
  readonly list: () => readonly NamedValue[];
}

export function createPlaceholders(): Placeholders {
  const named = new Map<string, NamedValue>();
  const lastByLabel = new Map<string, number>();
  return {
    reserve(text) {
      for (const [whole, , number] of text.matchAll(MARK)) {
        const label = whole.slice(1, whole.lastIndexOf('-'));
        lastByLabel.set(label, Math.max(lastByLabel.get(label) ?? 0, Number(number)));
      }
    },
    nameOf(kind, value) {
      const key = toKey(kind, value);
      const known = named.get(key);
      if (known !== undefined) return known.mark;
      const label = PERSONAL.has(kind) ? kind : `secret:${kind}`;
      const number = (lastByLabel.get(label) ?? 0) + 1;
      lastByLabel.set(label, number);
      const mark = `[${label}-${number}]`;
      named.set(key, { id: toRedactionId(kind, value), kind, mark });
      return mark;
    },
    list: () => [...named.values()],
  };
}
