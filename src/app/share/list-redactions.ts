import type { Case } from '../../model/case.ts';
import type { SharePreview, ShareRedaction } from '../../model/api/share.ts';
import { MARK, type NamedValue } from '../../redaction/create-placeholders.ts';
import type { RedactedParts } from './redact-both.ts';
import type { RedactedTree } from './tree/redact-tree.ts';

type Place = ShareRedaction['places'][number];

const WITHHELD: Place = { part: 'withheld', at: '', line: null };

/** Places told of one value; a token in every line of a log is one line of the list. */
const MOST_PLACES = 20;

/** What was taken out and where its marks stand now: never what it was. */
export function listRedactions({ case: shown, outcome, tree, fix }: RedactedParts, named: readonly NamedValue[]): SharePreview['redactions'] {
  const placesByMark = new Map<string, Place[]>(named.map(({ mark }) => [mark, []]));
  const note = (text: string, place: Place): void => {
    for (const [mark] of text.matchAll(MARK)) placesByMark.get(mark)?.push(place);
  };
  for (const [at, line, text] of toTexts(shown)) note(text, { part: 'case', at, line });
  note(JSON.stringify(outcome), WITHHELD);
  for (const [path, line, text] of toFileLines(tree)) note(text, { part: 'tree', at: path, line });
  for (const [, , text] of toFileLines(fix)) note(text, WITHHELD);
  return named.flatMap(({ id, kind, mark }) => {
    const places = placesByMark.get(mark) ?? [];
    return places.length === 0 ? [] : [{ id, kind, mark, places: dropDoubles(places).slice(0, MOST_PLACES), count: places.length }];
  });
}

/** Events one by one, since they have lines; every other field by its name. */
function* toTexts(shown: Case): Generator<readonly [string, number | null, string]> {
  for (const event of shown.shown) yield [event.kind, event.line, JSON.stringify(event)];
  for (const [field, content] of Object.entries(shown)) if (content !== shown.shown) yield [field, null, JSON.stringify(content)];
}

export function* toFileLines(tree: RedactedTree | null): Generator<readonly [path: string, line: number, text: string]> {
  for (const path of tree?.changed ?? []) {
    const lines = tree?.texts.get(path)?.split('\n') ?? [];
    for (const [index, text] of lines.entries()) if (text.includes('[')) yield [path, index + 1, text];
  }
}

const dropDoubles = (places: readonly Place[]): Place[] => [...new Map(places.map((place) => [`${place.part} ${place.at} ${place.line}`, place])).values()];

/** Places taken out, by kind, for the log. */
export const countByKind = (redactions: readonly ShareRedaction[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind, count } of redactions) counts[kind] = (counts[kind] ?? 0) + count;
  return counts;
};
