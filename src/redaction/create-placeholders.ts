/** Names for what was taken out: the same value has the same name within one case, and the name says nothing of the value. */

/** A mark left by an earlier redaction. Nothing that touches one is redacted again. */
export const MARK = /\[(?:secret:([a-z0-9-]{1,40})|email|user)-(\d{1,6})\]/g;

const PERSONAL = new Set(['email', 'user']);

export interface Placeholders {
  /** Numbers that stand in the text already are not given to another value. */
  readonly reserve: (text: string) => void;
  readonly nameOf: (kind: string, value: string) => string;
}

export function createPlaceholders(): Placeholders {
  const nameByValue = new Map<string, string>();
  const lastByLabel = new Map<string, number>();
  return {
    reserve(text) {
      for (const [whole, , number] of text.matchAll(MARK)) {
        const label = whole.slice(1, whole.lastIndexOf('-'));
        lastByLabel.set(label, Math.max(lastByLabel.get(label) ?? 0, Number(number)));
      }
    },
    nameOf(kind, value) {
      const key = PERSONAL.has(kind) ? `${kind}:${value.toLowerCase()}` : value;
      const known = nameByValue.get(key);
      if (known !== undefined) return known;
      const label = PERSONAL.has(kind) ? kind : `secret:${kind}`;
      const number = (lastByLabel.get(label) ?? 0) + 1;
      lastByLabel.set(label, number);
      const name = `[${label}-${number}]`;
      nameByValue.set(key, name);
      return name;
    },
  };
}
