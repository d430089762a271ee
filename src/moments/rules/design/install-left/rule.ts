import type { EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const ADDS: Readonly<Record<string, RegExp>> = {
  npm: /^(?:i|install|add)$/,
  pnpm: /^(?:i|install|add)$/,
  yarn: /^add$/,
  bun: /^(?:i|install|add)$/,
  pip: /^install$/,
  pip3: /^install$/,
  uv: /^add$/,
  poetry: /^add$/,
  cargo: /^add$/,
  go: /^get$/,
};
const REMOVES = /\b(?:npm|pnpm|yarn|bun|pip3?|uv|poetry|cargo) (?:uninstall|remove|rm|un)\b|\bgo mod tidy\b/;
const IMPORTS = /^\s*(?:import\b|from\b|export\b.*\bfrom\b|use\b|using\b|.*\brequire\(|\}\s*from\b|"[\w./-]+"$)/;

/** Packages a command adds, without their versions and options. */
function* listAdded({ commands, status }: Run): Iterable<string> {
  if (status !== 'passed') return;
  for (const { words } of commands) {
    const [program = '', verb = '', ...rest] = words;
    if (!ADDS[program]?.test(verb)) continue;
    for (const word of rest) {
      const name = /^(@[\w.-]+\/[\w.-]+|[a-zA-Z][\w./-]*)/.exec(word)?.[1];
      if (name && !/\.(?:txt|whl|tgz|gz)$/.test(name)) yield name;
    }
  }
}

const toModule = (name: string): RegExp => new RegExp(String.raw`(?<![\w@/.-])${name.replaceAll('-', '[-_]').replaceAll('.', '\\.')}(?![\w-])`);
const countImports = (lines: EditFact['added'], module: RegExp): number => lines.filter(({ text }) => IMPORTS.test(text) && module.test(text)).length;

interface Dropped {
  readonly by: EditFact;
  readonly name: string;
}

/** The edit that took the last import of the package away. */
function findDropped(facts: SessionFacts, install: Run, name: string): Dropped | undefined {
  const module = toModule(name);
  let left = 0;
  let by: EditFact | undefined;
  for (const edit of facts.edits) {
    if (edit.seq < install.seq || edit.role === 'generated' || edit.role === 'docs') continue;
    const change = countImports(edit.added, module) - countImports(edit.removed, module);
    left += change;
    if (change < 0) by = edit;
    else if (change > 0) by = undefined;
  }
  return by && left <= 0 ? { by, name } : undefined;
}

export const rule: Rule = {
  meta: {
    id: 'install-left',
    version: 1,
    kind: 'leftover',
    stage: 'nursery',
    worth: 3,
    concepts: ['when an approach is dropped', 'the cost of a dependency'],
    activities: ['E3', 'E9', 'E12'],
    supersedes: ['copied-block'],
    cwe: [1357],
  },
  *find(facts) {
    for (const install of facts.runs) {
      if (!isOwn(facts, install)) continue;
      const dropped = [...listAdded(install)].map((name) => findDropped(facts, install, name)).find((one) => one !== undefined);
      if (!dropped || facts.runs.some((run) => run.seq > install.seq && REMOVES.test(run.command))) continue;
      const { by, name } = dropped;
      const commit = firstAfter(facts.commits, by);
      yield {
        decision: { from: by, shape: 'edit' },
        hindsight: commit ? [{ place: commit, quote: commit.message || commit.run.command }] : [],
        evidence: [
          { place: install, quote: install.command },
          { place: by, quote: by.removed.find(({ text }) => text.includes(name))?.text ?? by.shownPath },
        ],
        confidence: commit ? 0.65 : 0.5,
        sources: 2,
        paths: [by.path],
        params: { name, file: by.shownPath },
      };
    }
  },
};
