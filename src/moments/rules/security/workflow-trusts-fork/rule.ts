import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { EditFact } from '../../../facts/facts.ts';
import { firstByFile, listLineFindings, type LineFound } from '../../../rule/list-line-findings.ts';
import type { Rule } from '../../../rule/rule.ts';

const IS_WORKFLOW = /(?:^|\/)\.(?:github|gitea|forgejo)\/(?:workflows|actions)\/.+\.ya?ml$/;
const RISKS: readonly RegExp[] = [
  // Runs with the repository's own token on what anybody proposes.
  /^\s*(?:-\s*)?pull_request_target\b|\bon:.*\bpull_request_target\b/,
  /^\s*permissions:\s*write-all\b/,
  // Text that anybody may write becomes part of a command.
  /^(?!\s*(?:if|\w+_\w+|[A-Z]\w*):).*\$\{\{\s*github\.(?:event\.(?:issue|pull_request|comment|review|discussion|head_commit)[\w.]*\.(?:title|body|message|ref|label)|head_ref)\b/,
  // A token within an address ends up in configuration and logs.
  /https:\/\/[\w-]*:?\$\{?\{?\s*[\w.]*(?:token|secret|password|pat)\w*\s*\}?\}?@/i,
];

function* findRisks({ path, added }: EditFact): Iterable<LineFound> {
  if (!IS_WORKFLOW.test(path)) return;
  for (const line of added) if (!/^\s*#/.test(line.text) && RISKS.some((risk) => risk.test(line.text))) yield { line };
}

export const rule: Rule = {
  meta: {
    id: 'workflow-trusts-fork',
    version: 1,
    kind: 'security',
    stage: 'nursery',
    worth: 3,
    concepts: ['whose code runs with whose rights?', 'least privilege'],
    activities: ['E4', 'E7'],
    cwe: [250, 829],
  },
  *find(facts) {
    for (const found of firstByFile(listLineFindings(facts, 'config', findRisks))) {
      yield toCodeCandidate(facts, found, { confidence: 0.65, words: /\bsecur|\bfork|\bpermission|\btoken|\bprivileg/i });
    }
  },
};
