/** SARIF 2.1.0, as code hosts and editors read it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import type { CodeFinding, FoundLines } from '../../app/scan-diff/find-in-diff.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** Paths are relative to the root of the repository, wherever it was checked out. */
const ROOT = '%SRCROOT%';

export function toSarif(findings: readonly CodeFinding[], version: string): Record<string, unknown> {
  const rules = [...new Map(findings.map(({ registered }) => [registered.rule.meta.id, registered])).values()];
  const indexById = new Map(rules.map(({ rule }, index) => [rule.meta.id, index]));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Rounds', semanticVersion: version, rules: rules.map(toRule) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        results: findings.map((finding) => toResult(finding, indexById.get(finding.registered.rule.meta.id) ?? -1)),
      },
    ],
  };
}

/** A rule asks a question about code; it never calls a build broken. */
const toLevel = (worth: number): 'warning' | 'note' => (worth >= 2 ? 'warning' : 'note');

/** A rule's own words name what was found; of the rule itself there is nothing to name. */
const withoutNames = (text: string): string => toPlain(text.replaceAll(/ \(\{\w+\}\)/g, '').replaceAll(/\{\w+\}/g, '…'));

function toRule({ rule: { meta }, text }: CodeFinding['registered']): Record<string, unknown> {
  const helpUri = text.references.find(({ url }) => url !== undefined)?.url;
  const [summary = ''] = text.what.split(/(?<=\.)\s/);
  const references = text.references.map(({ label, url }) => (url ? `- [${label}](${url})` : `- ${label}`));
  const sections = [text.what, `Why it matters: ${text.why}`, `What to do: ${text.whatToDo}`];
  return {
    id: meta.id,
    shortDescription: { text: withoutNames(summary) },
    fullDescription: { text: withoutNames(text.what) },
    help: {
      text: sections.map(withoutNames).join('\n\n'),
      markdown: [...sections, ...(references.length > 0 ? [references.join('\n')] : [])].map(withoutNames).join('\n\n'),
    },
    ...(helpUri ? { helpUri } : {}),
    defaultConfiguration: { level: toLevel(meta.worth) },
    properties: { tags: [meta.kind, ...(meta.cwe ?? []).map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`)] },
  };
}

function toResult({ registered, path, title, worth, confidence, also, fingerprint, ...lines }: CodeFinding, ruleIndex: number): Record<string, unknown> {
  return {
    ruleId: registered.rule.meta.id,
    ruleIndex,
    level: toLevel(worth),
    message: { text: toPlainLine(title) },
    locations: [toLocation(path, lines)],
    ...(also.length > 0
      ? { relatedLocations: also.map((other, index) => ({ id: index + 1, message: { text: 'The same here.' }, ...toLocation(path, other) })) }
      : {}),
    partialFingerprints: { 'roundsFinding/v1': fingerprint },
    rank: Math.round(confidence * 100),
  };
}

const toLocation = (path: string, { start, end }: FoundLines): Record<string, unknown> => ({
  physicalLocation: {
    artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT },
    region: { startLine: start, endLine: end },
  },
});
