import { findRedBefore, isTestRun, toWordsAsked } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'literal-answer',
    version: 1,
    kind: 'test-weakened',
    stage: 'nursery',
    worth: 3,
    concepts: ['general or fitted to the examples?'],
    activities: ['E4', 'E5', 'E6'],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'literal-special-case', (_, { role }) => role === 'product')) {
      const { edit, all } = found;
      const values = all.map(({ captures }) => toBare(captures.value));
      const answers = all.map(({ captures }) => toBare(captures.answer));
      const red = findRedBefore(facts, edit, isTestRun);
      const output = [red?.failure?.message ?? '', red?.head ?? '', red?.tail ?? ''].join('\n');
      const tested = facts.edits.some(
        ({ role, added }) =>
          role === 'test' &&
          added.some(
            ({ text }) =>
              values.some((value) => value.length > 1 && text.includes(value)) && answers.some((answer) => answer.length > 1 && text.includes(answer)),
          ),
      );
      const fitted = tested || (red !== undefined && answers.some((answer) => answer.length > 1 && output.includes(answer)));
      // A table of many plain answers is a mapping that was asked for; one or a few stand out.
      const isTable = all.length > 4 || answers.some((answer) => toWordsAsked(facts, edit).includes(answer) && answer.length > 2);
      if (isTable && !fitted) continue;
      yield toCodeCandidate(facts, found, {
        confidence: fitted ? 0.75 : edit.change === 'create' || all.length > 1 ? 0.35 : 0.45,
        red: fitted ? red : undefined,
        words: /\bspecial|\bhard-?cod|\bgeneral|\bcheat/i,
        params: { value: values[0] ?? '', answer: answers[0] ?? '' },
      });
    }
  },
};

const toBare = (literal: string | undefined): string => (literal ?? '').replace(/^["'`]|["'`]$/g, '');
