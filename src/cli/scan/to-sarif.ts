/** SARIF 2.1.0, as code hosts and editors read it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import { pathToFileURL } from 'node:url';
import type { ScannedFile } from '../../app/scan-file.ts';
import type { CodeFinding, FoundLines } from '../../app/scan-diff/find-in-diff.ts';
import type { Moment } from '../../model/moment.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';

type RegisteredRule = CodeFinding['registered'];
type Lines = Pick<FoundLines, 'start' | 'end'>;
type LineUnit = Extract<ScannedFile, { state: 'read' }>['unit'];

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** Paths are relative to the root of the repository, wherever it was checked out. */
const ROOT = '%SRCROOT%';

/** Of plain commits: where in the code something was found. */
export const toSarif = (findings: readonly CodeFinding[], version: string): Record<string, unknown> =>
  toLog(
    findings.map(({ registered }) => registered),
    (indexOf) => findings.map((finding) => toResult(finding, indexOf(finding.registered))),
    version,
    { originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } } },
  );

/** A moment with the rule that found it; `unit` is what its lines count. */
export interface SarifMoment {
  readonly moment: Moment;
  readonly registered: RegisteredRule;
  readonly unit: LineUnit;
}

/** Of sessions: where in the transcripts the moments are, told as one reads them afterwards, what came later with them. */
export const toSessionSarif = (moments: readonly SarifMoment[], version: string): Record<string, unknown> =>
  toLog(
    moments.map(({ registered }) => registered),
    (indexOf) => moments.map((one) => toMomentResult(one, indexOf(one.registered))),
    version,
    {},
  );

type IndexOf = (registered: RegisteredRule) => number;

function toLog(
  found: readonly RegisteredRule[],
  toResults: (indexOf: IndexOf) => readonly Record<string, unknown>[],
  version: string,
  bases: Record<string, unknown>,
): Record<string, unknown> {
  const rules = [...new Map(found.map((registered) => [registered.rule.meta.id, registered])).values()];
  const indexById = new Map(rules.map(({ rule }, index) => [rule.meta.id, index]));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Rounds', semanticVersion: version, rules: rules.map(toRule) } },
        columnKind: 'utf16CodeUnits',
        ...bases,
        results: toResults(({ rule }) => indexById.get(rule.meta.id) ?? -1),
      },
    ],
  };
}

/** A rule asks a question about code; it never calls a build broken. */
const toLevel = (worth: number): 'warning' | 'note' => (worth >= 2 ? 'warning' : 'note');

/** A rule's own words name what was found; of the rule itself there is nothing to name. */
const withoutNames = (text: string): string => toPlain(text.replaceAll(/ \(\{\w+\}\)/g, '').replaceAll(/\{\w+\}/g, '…'));

function toRule({ rule: { meta }, text }: RegisteredRule): Record<string, unknown> {
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

function toMomentResult({ moment, unit }: SarifMoment, ruleIndex: number): Record<string, unknown> {
  const { id, rule, file, span, hindsight, title, question, worth, confidence, session } = moment;
  return {
    ruleId: rule,
    ruleIndex,
    level: toLevel(worth),
    message: { text: toPlainLine(title) },
    locations: [toTranscriptLocation(file, span, unit)],
    ...(hindsight.length > 0
      ? {
          relatedLocations: hindsight.map(({ quote, ...lines }, index) => ({
            id: index + 1,
            message: { text: toPlainLine(quote) || 'What came later.' },
            ...toTranscriptLocation(file, lines, unit),
          })),
        }
      : {}),
    partialFingerprints: { 'roundsMoment/v1': id },
    rank: Math.round(confidence * 100),
    properties: { session: toPlainLine(session), question: toPlainLine(question) },
  };
}

/** Of a document the messages are counted: no line of the file can be named. */
const toTranscriptLocation = (file: string, { start, end }: Lines, unit: LineUnit): Record<string, unknown> => ({
  physicalLocation: {
    artifactLocation: { uri: pathToFileURL(file).href },
    ...(unit === 'message' ? {} : { region: { startLine: start, endLine: end } }),
  },
  ...(unit === 'message' ? { logicalLocations: [{ fullyQualifiedName: start === end ? `message ${start}` : `messages ${start}-${end}` }] } : {}),
});
