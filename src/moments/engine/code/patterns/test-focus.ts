import { SCRIPT } from '../code-language.ts';
import { toFound, type CodePattern } from '../code-pattern.ts';

/** One test run alone: every other test of the file silently stops counting. */
export const testFocus: CodePattern = {
  id: 'test-focus',
  languages: SCRIPT,
  sides: 'both',
  prefilter: /\.only\b|\bf(?:it|describe)\b/,
  *find(code) {
    const regex = '^(?:\\w+[.])*(?:it|test|describe|suite|context|specify)\\w*(?:[.]\\w+)*[.]only$|^f(?:it|describe)$';
    for (const found of code.nodes(['member_expression', 'identifier'], { regex })) {
      const call = found.node.parent();
      if (call?.kind() !== 'call_expression' || call.field('function')?.id() !== found.node.id()) continue;
      yield { ...toFound(found), text: (code.lines[found.start] ?? '').trim(), captures: { how: found.node.text() } };
    }
  },
};
