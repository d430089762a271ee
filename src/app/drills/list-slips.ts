/** Every slip that could be put into a tree, in an order that has nothing to do with where it stands. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canMutate, listMutants, type Mutant } from '../../learning/drills/list-mutants.ts';
import { toCodeLanguage } from '../../moments/engine/code/code-language.ts';
import { createCodeParser } from '../../moments/engine/code/parse-code.ts';

export interface SlipCandidate {
  readonly key: string;
  readonly path: string;
  readonly text: string;
  readonly mutant: Mutant;
  /** The function's text. */
  readonly ground: string;
}

export function listSlips(folder: string, paths: readonly string[]): SlipCandidate[] {
  const parse = createCodeParser();
  const found = paths
    .filter((path) => !/\.d\.[cm]?ts$|\.pyi$/.test(path))
    .flatMap((path): SlipCandidate[] => {
      const language = toCodeLanguage(path, '');
      if (language === null || !canMutate(language)) return [];
      const text = readFileSync(join(folder, path), 'utf8');
      const root = parse(text, language);
      if (!root) return [];
      return listMutants(root, language).map((mutant) => ({
        key: `mutant ${hash([path, mutant.operator, String(mutant.start), mutant.replacement, text])}`,
        path,
        text,
        mutant,
        ground: mutant.within ? text.slice(mutant.within.start, mutant.within.end) : text,
      }));
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return takeTurns(found);
}

/** One of each operator, then a second of each: the commonest would else be nearly all of them. */
function takeTurns(candidates: readonly SlipCandidate[]): SlipCandidate[] {
  const seen = new Map<string, number>();
  const turns = candidates.map((candidate) => {
    const turn = seen.get(candidate.mutant.operator) ?? 0;
    seen.set(candidate.mutant.operator, turn + 1);
    return { candidate, turn };
  });
  return turns.toSorted((a, b) => a.turn - b.turn).map(({ candidate }) => candidate);
}

const hash = (parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);
