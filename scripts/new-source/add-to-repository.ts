/** Names a new source wherever sources are listed. */
import { failed, ok, type Result } from '../../src/model/result.ts';
import { toCamel } from './to-source-files.ts';

/** Each with the text that the new line goes before. */
const ANCHORS = {
  'src/model/agent-names.ts': ['] as const;', '});'],
  'src/sources/registry.ts': ['\nexport const SOURCES', '];'],
  'docs/sources.md': ['\n## '],
} as const;

export const EDITED_FILES = Object.keys(ANCHORS) as (keyof typeof ANCHORS)[];

/** @param textByFile the files as they are; returned as they become, or which one does not look as expected */
export function addToRepository(name: string, label: string, textByFile: Readonly<Record<string, string>>): Result<Record<string, string>, string> {
  const lines: Readonly<Record<keyof typeof ANCHORS, readonly string[]>> = {
    'src/model/agent-names.ts': [`  '${name}',\n`, `  '${name}': '${label}',\n`],
    'src/sources/registry.ts': [`import { ${toCamel(name)}Source } from './${name}/${name}-source.ts';\n`, `  ${toCamel(name)}Source,\n`],
    'docs/sources.md': [`| ${label} | to be written | to be written | to be written |\n`],
  };
  const edited: Record<string, string> = {};
  for (const file of EDITED_FILES) {
    let text = textByFile[file] ?? '';
    for (const [index, anchor] of ANCHORS[file].entries()) {
      const at = text.indexOf(anchor);
      if (at === -1) return failed(`${file} does not look as expected: ${JSON.stringify(anchor)} is not in it. Nothing was written.`);
      text = text.slice(0, at) + (lines[file][index] ?? '') + text.slice(at);
    }
    edited[file] = text;
  }
  return ok(edited);
}
