import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { HANDOFF_PARTS, type Handoff, type HandoffPart } from './draft-handoff.ts';

const HEADINGS: Readonly<Record<HandoffPart, string>> = {
  situation: '## Situation',
  background: '## Background',
  assessment: '## Assessment',
  recommendation: '## Recommendation',
};

/** A hand-off as Markdown, to be sent or edited. */
export function writeHandoff(handoff: Handoff): string {
  return `${HANDOFF_PARTS.map((part) => `${HEADINGS[part]}\n\n${handoff[part]}`).join('\n\n')}\n`;
}

/** Reads back what a person edited: the four headings in their order, each once. */
export function parseHandoff(text: string): Result<Handoff, Problem> {
  const found = new Map<HandoffPart, string[]>();
  let open: HandoffPart | null = null;
  for (const line of text.split(/\r?\n/)) {
    const part = HANDOFF_PARTS.find((one) => HEADINGS[one] === line.trimEnd() && !found.has(one));
    if (part) {
      found.set(part, []);
      open = part;
    } else if (open) found.get(open)?.push(line);
  }
  if ([...found.keys()].join() !== HANDOFF_PARTS.join()) {
    return failed(
      problem('bad-input', 'A hand-off needs its four headings in their order.', {
        why: `They are ${HANDOFF_PARTS.map((part) => `“${HEADINGS[part]}”`).join(', ')}.`,
        next: 'Put back the one that is missing.',
      }),
    );
  }
  return ok(Object.fromEntries([...found].map(([part, lines]) => [part, lines.join('\n').trim()])) as unknown as Handoff);
}
