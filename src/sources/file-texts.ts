/** The whole file before and after an edit, made only when somebody asks: most edits are told without anyone reading their file. */
import type { EventOf } from '../model/event.ts';

export interface FileTexts {
  readonly before: () => string | undefined;
  readonly after: () => string | undefined;
}

/** Hands the texts over as `before` and `after` of the event, which nothing that copies or stores the event takes along. */
export function withFileTexts<E extends Omit<EventOf<'edit'>, 'seq'>>(event: E, texts: FileTexts): E {
  return Object.defineProperties(event, { before: { get: texts.before, configurable: true }, after: { get: texts.after, configurable: true } });
}
