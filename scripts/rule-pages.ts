import { explainStage } from '../src/moments/engine/explain-stage.ts';
import { formatShare } from './quality/share.ts';
import type { RuleFigures } from './quality/rule-figures.ts';
import type { RuleFolder } from './rule-folders.ts';

const NOTICE = 'Written by scripts/generate-rules.ts from the rule folders. Do not edit.';

/** Source of src/moments/rules/registry.generated.ts. */
export function formatRegistry(folders: readonly RuleFolder[]): string {
  const imports = folders.map(({ group, name }) => `import { rule as ${toIdentifier(name)} } from './${group}/${name}/rule.ts';`);
  const entries = folders.map(({ group, name, text }) => `  { group: '${group}', rule: ${toIdentifier(name)}, text: ${JSON.stringify(text)} },`);
  return [
    `// ${NOTICE}`,
    "import type { RegisteredRule } from '../rule/registered-rule.ts';",
    ...imports,
    '',
    'export const RULES: readonly RegisteredRule[] = [',
    ...entries,
    '];',
    '',
  ].join('\n');
}

const toIdentifier = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export function formatRuleIndex(folders: readonly RuleFolder[], measured: Readonly<Record<string, RuleFigures>>): string {
  const rows = folders.map(
    ({ group, name, rule: { meta } }) => `| [${name}](${name}.md) | ${group} | ${meta.kind} | ${meta.worth} | ${describeStage(measured[name])} |`,
  );
  return [
    `<!-- ${NOTICE} -->`,
    '# Rules',
    '',
    `${folders.length} rules find moments in sessions.`,
    '',
    '| rule | group | kind | worth | stage |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

export function formatRulePage({ group, name, rule: { meta }, text }: RuleFolder, measured: RuleFigures | undefined): string {
  const references = text.references.map(({ label, url }) => `- ${url ? `[${label}](${url})` : label}`);
  const facts = [
    `Kind: ${meta.kind} · worth ${meta.worth} · ${describeStage(measured)} · version ${meta.version}`,
    `Concepts: ${meta.concepts.join(', ')} · activities: ${meta.activities.join(', ')}`,
    ...(meta.supersedes?.length ? [`Goes before, on the same place: ${meta.supersedes.join(', ')}`] : []),
    ...(meta.cwe?.length ? [`CWE: ${meta.cwe.join(', ')}`] : []),
  ];
  return [
    `<!-- ${NOTICE} -->`,
    `# ${name}`,
    '',
    `> ${text.title}`,
    '',
    ...facts.flatMap((fact) => [fact, '']),
    '## What',
    text.what,
    '',
    '## Why it matters',
    text.why,
    '',
    '## What to do',
    text.whatToDo,
    '',
    '## Measured',
    ...describeMeasured(measured),
    '',
    ...(references.length > 0 ? ['## References', ...references, ''] : []),
    `Source and cases: [src/moments/rules/${group}/${name}](../../src/moments/rules/${group}/${name}/)`,
    '',
  ].join('\n');
}

const describeStage = (measured: RuleFigures | undefined): string => {
  if (!measured) return 'nursery, not measured yet';
  return measured.shown ? measured.stage : `${measured.stage}, held back`;
};

function describeMeasured(measured: RuleFigures | undefined): string[] {
  if (!measured) return ['Not measured yet, so it prints with `--all` only.'];
  const { right, of, ofKind, read, diffs, alarms } = measured;
  return [
    read.of === 0
      ? '- In sessions that readers judged it has found nothing yet.'
      : `- In sessions that readers judged who did not know it: right ${formatShare(read)}; of these in the gold sessions ${formatShare({ right, of })}.`,
    ...(of > 0 && ofKind > 0 ? [`- Of the places of its kind in the gold sessions it found ${formatShare({ right, of: ofKind })}.`] : []),
    ...(diffs && diffs.of > 0 ? [`- In diffs with one injected defect: right ${formatShare(diffs)}.`] : []),
    ...(alarms === undefined ? [] : [`- In ordinary commits: ${alarms} ${alarms === 1 ? 'alarm' : 'alarms'}.`]),
    `- Stage: ${explainStage(measured)}.`,
    '',
    'By `npm run quality`; in brackets the Wilson interval at 95 %, in per cent. See [quality](../quality.md) and, for the stage, [decision 12](../decisions/0012-a-stage-is-measured.md).',
  ];
}
