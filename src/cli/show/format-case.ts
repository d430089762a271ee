import { AGENT_LABELS } from '../../model/agent-names.ts';
import type { Case } from '../../model/case.ts';
import type { Terminal } from '../terminal.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { cutToWidth, wrapText } from '../text/wrap-text.ts';
import { formatEvent } from './format-event.ts';

/** Events of the terminal's view; the web app shows all of the case. */
const SHOWN = 12;

/** A case before the reveal: the question first, then what was visible at the decision. */
export function formatCase(found: Case, terminal: Terminal): string[] {
  const { question, sessionTitle, agent, repository, at, minutes, shown, earlierEvents, decision, propositions } = found;
  const where = [toPlainLine(sessionTitle), repository && toPlainLine(repository), AGENT_LABELS[agent], at?.slice(0, 16).replace('T', ' ')]
    .filter(Boolean)
    .join(' · ');
  const last = shown.slice(-SHOWN);
  const earlier = earlierEvents + shown.length - last.length;
  const rule = terminal.style('dim', '─'.repeat(Math.min(terminal.width, 60)));
  return [
    ...wrapText(toPlainLine(question), terminal.width).map((line) => terminal.style('bold', line)),
    terminal.style('dim', cutToWidth(`${where} · about ${minutes} min`, terminal.width)),
    '',
    ...(earlier > 0 ? [terminal.style('dim', `… ${earlier} earlier event${earlier === 1 ? '' : 's'}`)] : []),
    ...last.flatMap((event) => {
      const isDecision = event.line >= decision.start && event.line <= decision.end;
      return isDecision && event.line === decision.start && event === last.find(({ line }) => line === decision.start)
        ? [rule, ...formatEvent(event, terminal)]
        : formatEvent(event, terminal);
    }),
    rule,
    '',
    'What do you expect?',
    ...propositions.flatMap(({ text }) => wrapText(toPlainLine(text), terminal.width - 4).map((line, index) => `${index === 0 ? '  · ' : '    '}${line}`)),
    '',
  ];
}
