import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { EditFact } from '../../../facts/facts.ts';
import { firstByFile, listLineFindings, type LineFound } from '../../../rule/list-line-findings.ts';
import type { Rule } from '../../../rule/rule.ts';

const SHELLS: ReadonlySet<string> = new Set(['bash', 'yaml', 'dockerfile', 'make']);
const COMMENT = /^\s*(?:#|\/\/)/;
/** The step may fail and the job stays green. */
const ALLOWED = /^\s*(?:-\s*)?(?:continue-on-error:\s*true|allow_failure:\s*true|ignore_errors:\s*(?:true|yes))\b|^\s*set \+e\b/;
const WAVED = /\|\|\s*(?:true\b|:(?:\s|$)|exit 0\b|echo\b|printf\b|log\w*\b|warn\w*\b)/;
/** Looking whether something is there, tidying up and telling somebody may fail. */
const MAY_FAIL =
  /\b(?:e?grep|rg|rm|rmdir|kill|pkill|killall|mkdir|command -v|which|type|test|diff|cmp|read|wait|stat|ls|cat|find|head|unset|sysctl|docker (?:rm|stop|kill|network|volume)|compose down|down|cleanup|stop|disable|umount|unlink|trap|tput|clear|notify\w*|comment|shellcheck|pgrep|lsof|rev-parse|config|describe|show-ref|ls-remote|worktree remove|branch -[dD]|--abort|fetch|git (?:-C \S+ )?(?:tag|log|show|status|ls-files|blame|rev-list|cat-file|merge-base|symbolic-ref)\b|remote (?:remove|rm)|--version|version|expr|let|wc|jq|is-active|realpath|readlink|chmod|chown|deactivate|popd|cut|awk|sed)\b|\(\(|\[\s|\|\|\s*echo\s+["']?[\w./:-]*["']?\)/;
/** Says that something went wrong. */
const SAYS_FAILED = /\b(?:echo|printf|log\w*|warn\w*)\b.*\b(?:fail\w*|skip\w*|could ?n[o']t|unable|warning|conflict\w*|::warning)/i;
/** Prints, goes on, or answers with success. */
const ONLY_TELLS = /^.*--abort\b|^\s*(?:(?:echo|printf|log\w*|warn\w*)\b(?!.*(?:::error|exit [1-9]))|#|continue\b|(?:exit|return) 0\b|$)/;
const ASKS_COMMAND =
  /^\s*if\s+!\s+(?!\[|test\b|command\b|which\b|type\b|grep\b|e?grep\b|\{|git (?:diff|rev-parse|show-ref|ls-remote|merge-base)|.*\|\s*e?grep\b)/;
const BRANCH = 8;

/** A command that failed is spoken of, and nothing else is done about it. */
function isOnlyTold(lines: readonly { text: string }[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  const opens = ASKS_COMMAND.test(text) || /^\s*else\b|\|\|\s*\{\s*$/.test(text);
  if (!opens) return false;
  // An `else` belongs to a command only where the `if` above asks for one.
  if (
    /^\s*else\b/.test(text) &&
    !lines
      .slice(Math.max(0, at - BRANCH), at)
      .some((line) => /^\s*if\s+(?!!|\[|test\b|command\b|grep\b|.*\|\s*e?grep\b|git (?:diff|rev-parse|show-ref))\w/.test(line.text))
  )
    return false;
  const rest = lines.slice(at + 1, at + 1 + BRANCH);
  const end = rest.findIndex((line) => /^\s*(?:fi|else|elif|\})\b|^\s*\}/.test(line.text));
  const body = end < 0 ? rest : rest.slice(0, end);
  return end >= 0 && body.some((line) => SAYS_FAILED.test(line.text)) && body.every((line) => ONLY_TELLS.test(line.text));
}

const isShell = ({ language }: EditFact): boolean => language !== null && SHELLS.has(language);

function* findTold(edit: EditFact): Iterable<LineFound> {
  if (!isShell(edit)) return;
  for (const at of edit.added.keys()) {
    const said = isOnlyTold(edit.added, at) ? edit.added.slice(at + 1).find(({ text }) => SAYS_FAILED.test(text)) : undefined;
    if (said) yield { line: said };
  }
}

function* findWaved(edit: EditFact): Iterable<LineFound> {
  if (!isShell(edit)) return;
  for (const [at, line] of edit.added.entries()) {
    if (COMMENT.test(line.text)) continue;
    const above = edit.added[at - 1]?.text ?? '';
    const command = `${above.endsWith('\\') ? above : ''}${line.text.split('||')[0] ?? ''}`;
    if (ALLOWED.test(line.text) || (WAVED.test(line.text) && !MAY_FAIL.test(command) && command.trim() !== '')) yield { line };
  }
}

export const rule: Rule = {
  meta: {
    id: 'failed-step-passes',
    version: 1,
    kind: 'error-swallowed',
    stage: 'nursery',
    worth: 2,
    concepts: ['a green job is a promise', 'failure must reach the caller'],
    activities: ['E4', 'E6', 'E7'],
    cwe: [755],
  },
  *find(facts) {
    for (const role of ['config', 'product'] as const) {
      const told = [...listLineFindings(facts, role, findTold)];
      const waved = [...firstByFile(listLineFindings(facts, role, findWaved))].filter(({ edit }) => !told.some((other) => other.edit === edit));
      for (const found of [...told, ...waved]) {
        yield toCodeCandidate(facts, found, { confidence: 0.55, words: /\berrors?\b|\bsilent|\bskip|\bfail|\bgreen\b|\bexit/i });
      }
    }
  },
};
