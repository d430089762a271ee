/** The rule folders of this checkout, read for generating and checking what is made of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeProblem } from '../src/model/problem.ts';
import { parseRuleText } from '../src/moments/rule/parse-rule-text.ts';
import type { Rule, RuleText } from '../src/moments/rule/rule.ts';

export const RULES_FOLDER = join(import.meta.dirname, '../src/moments/rules');

export interface RuleFolder {
  readonly group: string;
  readonly name: string;
  readonly rule: Rule;
  readonly text: RuleText;
}

/** Every `<group>/<rule>` with a rule.ts, sorted by group and name. Throws, naming the file, where one does not hold together. */
export async function readRuleFolders(): Promise<RuleFolder[]> {
  const folders = readdirSync(RULES_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: group }) => readdirSync(join(RULES_FOLDER, group)).map((name) => ({ group, name })))
    .filter(({ group, name }) => existsSync(join(RULES_FOLDER, group, name, 'rule.ts')))
    .toSorted((a, b) => `${a.group}/${a.name}`.localeCompare(`${b.group}/${b.name}`, 'en'));
  return Promise.all(folders.map(readRuleFolder));
}

async function readRuleFolder({ group, name }: { group: string; name: string }): Promise<RuleFolder> {
  const path = join(RULES_FOLDER, group, name);
  const text = parseRuleText(readFileSync(join(path, 'text.md'), 'utf8'));
  if (!text.ok) throw new Error(`${group}/${name}/text.md: ${describeProblem(text.problem)}`);
  const { rule } = (await import(pathToFileURL(join(path, 'rule.ts')).href)) as { rule: Rule };
  if (rule?.meta.id !== name) throw new Error(`${group}/${name}/rule.ts: meta.id must be the folder's name.`);
  return { group, name, rule, text: text.value };
}
