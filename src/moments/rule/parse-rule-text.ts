import { parseDocument } from 'yaml';
import { z } from 'zod';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { RuleText } from './rule.ts';

const frontMatterSchema = z.strictObject({
  title: z.string().min(8),
  references: z.array(z.strictObject({ label: z.string(), url: z.url().optional() })).default([]),
});

const SECTIONS = ['What', 'Why it matters', 'What to do'] as const;

/** Reads a rule's text.md: front matter with the title and references, then the three sections in order. */
export function parseRuleText(markdown: string): Result<RuleText, Problem> {
  const file = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown.replaceAll('\r\n', '\n'));
  const [, yamlText, body] = file ?? [];
  if (yamlText === undefined || body === undefined)
    return failed(problem('bad-input', 'The text of a rule begins with front matter between two lines of ---.'));
  const yaml = parseDocument(yamlText);
  if (yaml.errors[0]) return failed(problem('bad-input', 'The front matter of the rule is not YAML.', { why: yaml.errors[0].message }));
  const front = frontMatterSchema.safeParse(yaml.toJS());
  if (!front.success) return failed(problem('bad-input', 'The front matter of the rule does not fit.', { why: z.prettifyError(front.error) }));
  const parts = body.split(/^## (.+)$/m).map((part) => part.trim());
  const headings = parts.filter((_, index) => index % 2 === 1);
  if (headings.join() !== SECTIONS.join()) return failed(problem('bad-input', `The sections of a rule's text are: ${SECTIONS.join(', ')}.`));
  const [, , what = '', , why = '', , whatToDo = ''] = parts;
  if (![what, why, whatToDo].every(Boolean)) return failed(problem('bad-input', 'A section of the rule is empty.'));
  return ok({ title: front.data.title, references: front.data.references, what, why, whatToDo });
}
