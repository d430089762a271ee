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

export function formatRuleIndex(folders: readonly RuleFolder[]): string {
  const rows = folders.map(({ group, name, rule: { meta } }) => `| [${name}](${name}.md) | ${group} | ${meta.kind} | ${meta.worth} | ${meta.stage} |`);
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

export function formatRulePage({ group, name, rule: { meta }, text }: RuleFolder): string {
  const references = text.references.map(({ label, url }) => `- ${url ? `[${label}](${url})` : label}`);
  const facts = [
    `Kind: ${meta.kind} · worth ${meta.worth} · ${meta.stage} · version ${meta.version}`,
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
    ...(references.length > 0 ? ['## References', ...references, ''] : []),
    `Source and cases: [src/moments/rules/${group}/${name}](../../src/moments/rules/${group}/${name}/)`,
    '',
  ].join('\n');
}
