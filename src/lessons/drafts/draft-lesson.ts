import type { Debrief } from '../../model/debrief.ts';
import type { LessonDraft } from '../../model/team/lesson.ts';

const MAX_RULE = 280;
const MAX_REASONING = 8000;

/** A debrief as a lesson: its one rule, and as reasons what was said around it. */
export function draftFromDebrief({ generalRule, whatWasRight, nextTime, uncertainties, changedMind }: Debrief): LessonDraft {
  const parts = [
    ['What was right', whatWasRight],
    ['Next time', nextTime],
    ['Not certain yet', uncertainties],
    ['Who moved, and why', changedMind],
  ] as const;
  const reasoning = parts.filter(([, text]) => text.trim() !== '').map(([name, text]) => `${name}: ${text.trim()}`);
  return toDraft(generalRule, reasoning.join('\n\n'));
}

/** An answer as a lesson: its first sentence as the rule, to be made general by who keeps it; question and answer as the reasons. */
export function draftFromAnswer({ question, answer }: { question: string; answer: string }): LessonDraft {
  const [first = ''] = answer.trim().split(/(?<=[.!?…])\s|\n/, 1);
  return toDraft(first, `Asked: ${question.trim()}\n\n${answer.trim()}`);
}

function toDraft(rule: string, reasoning: string): LessonDraft {
  return { rule: cut(rule.replaceAll(/\s+/g, ' ').trim(), MAX_RULE), reasoning: cut(reasoning, MAX_REASONING), tags: [], anchors: [] };
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
