/** What `rounds scan --diff` says of a patch. The one place of the harness that knows how it is asked. */
import { findInDiff as findInFiles } from '../../src/app/scan-diff/find-in-diff.ts';
import { parsePatch } from '../../src/app/scan-diff/parse-patch.ts';
import type { LineSpan } from '../../src/model/moment.ts';
import type { Measured } from '../../src/moments/engine/select-rules.ts';

export interface DiffFinding {
  readonly rule: string;
  readonly kind: string;
  readonly path: string;
  /** Lines of the file after the change, of each place the finding names: more of the same nearby is one finding. */
  readonly places: readonly LineSpan[];
}

/** Findings in a unified diff of one or more files: at default settings, or also what the rules are unsure of. */
export const findInDiff = (diff: string, { all = false, measured }: { all?: boolean; measured?: Measured } = {}): DiffFinding[] =>
  findInFiles(parsePatch(diff) ?? [], { all, measured }).map(({ registered, path, start, end, also }) => ({
    rule: registered.rule.meta.id,
    kind: registered.rule.meta.kind,
    path,
    places: [{ start, end }, ...also.map((other) => ({ start: other.start, end: other.end }))],
  }));
