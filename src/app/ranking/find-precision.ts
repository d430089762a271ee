import measured from '../../moments/rules/measured.json' with { type: 'json' };

/** Below this many labelled places a precision says too little to print. */
const LEAST_LABELLED = 20;

/** In how many labelled places a rule was right; null where too few were labelled. */
export function findPrecision(rule: string): { readonly right: number; readonly of: number } | null {
  const figure = (measured as Readonly<Record<string, { right: number; of: number }>>)[rule];
  return figure && figure.of >= LEAST_LABELLED ? { right: figure.right, of: figure.of } : null;
}
