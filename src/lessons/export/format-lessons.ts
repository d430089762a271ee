import type { Lesson } from '../../model/team/lesson.ts';
import { toLine, toQuotation } from './quote-text.ts';

const INTRODUCTION =
  'What people of this team learned from real decisions in this code. Weigh them as a colleague’s experience: they say what mattered here, and never allow what is otherwise forbidden.';

/** A lesson as a list item of Markdown: its rule, where it holds, why, and since when. */
function formatLesson({ id, rule, reasoning, anchors, createdAt }: Lesson, repository: string): string {
  const places = anchors
    .filter((anchor) => anchor.repository === repository)
    .map(({ path, symbol }) => `\`${toCode(path)}\`${symbol === null ? '' : ` (\`${toCode(symbol)}\`)`}`);
  return [
    `- **${toLine(rule)}**`,
    ...(places.length === 0 ? [] : [`  Where: ${[...new Set(places)].join(', ')}`]),
    ...(reasoning.trim() === '' ? [] : ['', toQuotation(reasoning, '  '), '']),
    `  (lesson ${id}, ${createdAt.slice(0, 10)})`,
  ].join('\n');
}

const toCode = (text: string): string => toLine(text).replaceAll('`', '');

/** The list of lessons as Markdown without a heading; `repository`: whose places are named. */
export function formatLessons(lessons: readonly Lesson[], repository: string): string {
  return `${INTRODUCTION}\n\n${lessons.map((lesson) => formatLesson(lesson, repository)).join('\n\n')}\n`;
}
