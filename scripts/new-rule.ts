/** npm run new-rule GROUP/NAME: scaffolds a nursery rule whose cases fail until it is written. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES_FOLDER } from './rule-folders.ts';

const path = process.argv[2] ?? '';
const [, , name] = /^([a-z][a-z0-9-]*)\/([a-z][a-z0-9-]*)$/.exec(path) ?? [];
const folder = join(RULES_FOLDER, path);

if (!name) {
  process.stderr.write('Name the rule as GROUP/NAME in lower case, for example: npm run new-rule claims/claim-without-run\n');
  process.exitCode = 2;
} else if (existsSync(folder)) {
  process.stderr.write(`src/moments/rules/${path} is there already.\n`);
  process.exitCode = 2;
} else {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(toFiles(name))) writeFileSync(join(folder, file), text);
  process.stdout.write(`Made src/moments/rules/${path}. Next: write its cases, then the rule, then run npm run generate.\n`);
}

function toFiles(id: string): Record<string, string> {
  return {
    'rule.ts': `import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: { id: '${id}', version: 1, kind: 'edge-case', stage: 'nursery', worth: 2, concepts: ['name what it teaches'], activities: ['E3'] },
  *find(facts) {
    for (const edit of facts.edits.filter((each) => each.role === 'product' && each.fate.type === 'reverted')) {
      yield {
        decision: { from: edit, shape: 'edit' },
        evidence: [{ place: edit, quote: edit.added[0]?.text ?? edit.shownPath }],
        confidence: 0.5,
        sources: 1,
        paths: [edit.path],
        params: { file: edit.shownPath },
      };
    }
  },
};
`,
    'text.md': `---
title: Something happened in {file}
references: []
---
## What
Say what was found.

## Why it matters
Say why it matters, about the code and never about the person.

## What to do
Say what to do.
`,
    'cases.yml': `positive:
  - name: write the case this rule is for
    session:
      - human: Please change the parser.
      - edit: src/parse.ts
        diff: |
          -old
          +new
    at: 2
negative:
  - name: write ordinary good work here
    session:
      - human: What does the parser do?
      - say: It splits the text into lines.
near-miss:
  - name: write what looks like it and is not
    session:
      - human: Please change the parser.
      - read: src/parse.ts
`,
  };
}
