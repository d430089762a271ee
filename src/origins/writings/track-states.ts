/** The last known content of files in a session, so that a whole file written again counts only by what is new in it, and a change nobody announced is noticed. */
import { toLineKey } from '../text/line-key.ts';

const MOST_FILES = 200;
const LARGEST_FILE = 400_000;
/** Characters of all files together. */
const LARGEST_ALL = 8_000_000;

export interface StateTracker {
  readonly get: (path: string) => string | undefined;
  readonly set: (path: string, content: string | undefined) => void;
}

export function createStateTracker(): StateTracker {
  const contentByPath = new Map<string, string>();
  let size = 0;
  const drop = (path: string): void => {
    size -= contentByPath.get(path)?.length ?? 0;
    contentByPath.delete(path);
  };
  return {
    get: (path) => contentByPath.get(path),
    set: (path, content) => {
      drop(path);
      if (content === undefined || content.length > LARGEST_FILE) return;
      contentByPath.set(path, content);
      size += content.length;
      // A map keeps the order of insertion: what was written longest ago goes first.
      for (const oldest of contentByPath.keys()) {
        if (contentByPath.size <= MOST_FILES && size <= LARGEST_ALL) break;
        drop(oldest);
      }
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
