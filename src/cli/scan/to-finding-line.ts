import { describeStage } from '../../app/ranking/find-precision.ts';
import type { CodeFinding } from '../../app/scan-diff/find-in-diff.ts';

/** One finding as other programs read it: the names of a moment's line, as far as a plain commit has them. */
export function toFindingLine(finding: CodeFinding, explain: boolean): Record<string, unknown> {
  const { registered, path, start, end, quote, also, worth, confidence, title, fingerprint } = finding;
  const { meta } = registered.rule;
  return {
    id: fingerprint,
    rule: meta.id,
    kind: meta.kind,
    file: path,
    start: { line: start },
    end: { line: end },
    evidence: [{ line: start, quote }, ...also.map((other) => ({ line: other.start, quote: other.quote }))],
    worth,
    confidence,
    title,
    concepts: meta.concepts,
    activities: meta.activities,
    paths: [path],
    ...(meta.cwe ? { cwe: meta.cwe } : {}),
    ...(explain ? { explain: { rule_version: meta.version, stage: describeStage(meta.id) } } : {}),
  };
}
