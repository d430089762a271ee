import type { Misconception } from '../../model/misconception.ts';
import { ownCatalogueSchema, type OwnCatalogue } from '../../model/own-catalogue.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, type Result } from '../../model/result.ts';
import { readWrittenFile } from '../read-written-file.ts';
import { applyOwnCatalogue } from './apply-own-catalogue.ts';

/** Reads an own catalogue, in YAML or JSON. `bad-input` names each place that does not fit by line and column. */
export function parseOwnCatalogue(text: string, given: readonly Misconception[]): Result<OwnCatalogue, Problem> {
  const read = readWrittenFile(text, ownCatalogueSchema, (own) => applyOwnCatalogue(given, own).misfits);
  if (read.ok) return read;
  return failed(
    problem('bad-input', 'This catalogue of misconceptions cannot be used.', {
      why: read.problem,
      next: 'Correct the file and bring it again; nothing was changed.',
    }),
  );
}
