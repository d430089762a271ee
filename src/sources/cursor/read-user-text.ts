/** Who really wrote a text that stands in the person's place. Cursor puts its context before what was typed. */
import type { PromptOrigin } from '../../model/event.ts';

export interface UserText {
  readonly origin: PromptOrigin;
  readonly text: string;
}

const QUERY = '<user_query>';
const QUERY_END = '</user_query>';
const NOTIFICATION = /^\s*(?:<timestamp>[^<]*<\/timestamp>\s*)?<system_notification>/;
const WRAPPED =
  /^\s*<(?:system_reminder|system_notification|additional_data|attached_files|open_and_recently_viewed_files|user_info|rules|git_status|project_layout|timestamp|[a-z]+(?:_[a-z]+)+)\b[^>]*>/;

export function readUserText(text: string): UserText[] {
  if (text.trim() === '') return [];
  const open = text.indexOf(QUERY);
  if (open === -1) return [{ origin: WRAPPED.test(text) ? 'system' : 'human', text }];
  const close = text.indexOf(QUERY_END, open);
  const typed = text.slice(open + QUERY.length, close === -1 ? text.length : close).trim();
  // After a notification the query is the program's: what to do with the news.
  const isPrograms = NOTIFICATION.test(text.slice(0, open));
  return typed === '' ? [] : [{ origin: isPrograms ? 'system' : 'human', text: typed }];
}
