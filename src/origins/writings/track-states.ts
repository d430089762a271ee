/** The last known content of files in a session, so that a whole file written again counts only by what is new in it, and a change nobody announced is noticed. */
import { toLineKey } from '../text/line-key.ts';

const MOST_FILES = 200;
const LARGEST_FILE = 400_000;

export interface StateTracker {
  readonly get: (path: string) => string | undefined;
  readonly set: (path: string, content: string | undefined) => void;
}

export function createStateTracker(): StateTracker {
  const contentByPath = new Map<string, string>();
  return {
    get: (path) => contentByPath.get(path),
    set: (path, content) => {
      contentByPath.delete(path);
      if (content === undefined || content.length > LARGEST_FILE) return;
      contentByPath.set(path, content);
      if (contentByPath.size > MOST_FILES) contentByPath.delete(contentByPath.keys().next().value ?? '');
    },
  };
}

/** Lines of `after` that `before` has not, each as often as it is new; an empty line where some are left out. */
export function listNewLines(before: string, after: string): string[] {
  if (before === after) return [];
  const countByKey = new Map<string, number>();
  for (const line of before.split('\n')) {
    const key = toLineKey(line);
    countByKey.set(key, (countByKey.get(key) ?? 0) + 1);
  }
  const lines: string[] = [];
  for (const line of after.split('\n')) {
    const key = toLineKey(line);
    const left = countByKey.get(key) ?? 0;
    if (left > 0) {
      countByKey.set(key, left - 1);
      if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
    } else if (line.trim() !== '') lines.push(line);
  }
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
