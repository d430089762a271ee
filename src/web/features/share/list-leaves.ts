/** One value of what would leave, with the names on the way to it. */
export interface Leaf {
  readonly path: string;
  /** A text as a person reads it; anything else as JSON writes it. */
  readonly text: string;
  readonly isText: boolean;
}

/** Every value of a JSON document in its order: nothing of what would leave is not in this list. */
export function listLeaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value, isText: true }];
  if (typeof value !== 'object' || value === null) return [{ path, text: String(value), isText: false }];
  // Lines of a hunk are one text to a reader.
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) return [{ path, text: value.join('\n'), isText: true }];
  const entries = Array.isArray(value) ? value.map((item, index) => [`[${index}]`, item] as const) : Object.entries(value);
  if (entries.length === 0) return [{ path, text: Array.isArray(value) ? '[]' : '{}', isText: false }];
  return entries.flatMap(([name, item]) => listLeaves(item, path === '' || name.startsWith('[') ? `${path}${name}` : `${path}.${name}`));
}

export interface LeafGroup {
  readonly title: string;
  readonly texts: readonly Leaf[];
  /** Ids, numbers and times: short, and never redacted. */
  readonly rest: readonly Leaf[];
}

/** Values of one event, or of one field of the case, together. */
export function groupLeaves(leaves: readonly Leaf[]): LeafGroup[] {
  const byTitle = Map.groupBy(leaves, ({ path }) => /^[^.[]+(?:\[\d+\])?/.exec(path)?.[0] ?? path);
  return [...byTitle].map(([title, own]) => {
    const within = own.map((leaf) => ({ ...leaf, path: leaf.path.slice(title.length).replace(/^\./, '') || title }));
    return { title, texts: within.filter(isContent), rest: within.filter((leaf) => !isContent(leaf)) };
  });
}

const STRUCTURE = /(?:^|\.)(?:id|callId|thread|at|kind|type|tool|model|origin|outcome|change|agent|shape|moment|session|handle)$/;
const isContent = ({ path, isText }: Leaf): boolean => isText && !STRUCTURE.test(path);
