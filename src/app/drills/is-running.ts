import { changesWhatRuns } from '../../learning/drills/changes-what-runs.ts';
import { toCodeLanguage } from '../../moments/engine/code/code-language.ts';
import { createCodeParser } from '../../moments/engine/code/parse-code.ts';

const parse = createCodeParser();

/** Whether a change may be minded by a test: more of it than comments, layout and types. What cannot be parsed may. */
export function isRunning({ path, before, after }: { readonly path: string; readonly before: string; readonly after: string }): boolean {
  if (before === after) return false;
  const language = toCodeLanguage(path, '');
  if (language === null) return true;
  const [old, now] = [parse(before, language), parse(after, language)];
  return old === null || now === null || changesWhatRuns(old, now);
}
