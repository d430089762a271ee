import type { Finding } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { EditFact, SessionFacts } from '../../../facts/facts.ts';
import { listLineFindings, type LineFound } from '../../../rule/list-line-findings.ts';
import type { Rule } from '../../../rule/rule.ts';

/** As many as can no longer be told apart at the call; two or three still can. */
const MANY = 4;
const CALL = /\b(\w+)\((?:[^()[\]{}]*?,\s*)?(?:true|false)(?:\s*,\s*(?:true|false)){3,}/i;
/** Calls that make a list of values: each is one of many, not a switch. */
const LISTS = /^(?:(?:as|of|array|list|set|tuple|vec|push|append|concat|add)(?:List|Of|All|Array|s)?|\w*(?:List|Array|Set|Vector))$/i;
/** A declaration that names its flags one after another. Python's and Ruby's are passed by name. */
const DECLARES = /\b(?:func|fn|function|def|public|private|protected|internal|static|void|bool|boolean|int|string)\b[^(]*\(([^{}]*)\)/;
const GROUPED = /((?:\w+\s*,\s*)*\w+)\s+bool\b/g;
const TYPED = /\b\w+\??\s*:\s*(?:boolean|bool)\b|\b(?:boolean|bool)\s+\w+|\b\w+\s*=\s*(?:true|false)\b/g;
const NAMED_AT_CALL: ReadonlySet<string> = new Set(['python', 'ruby', 'swift', 'kotlin', 'elixir', 'dart', 'scala']);

function countFlags(parameters: string, language: string | null): number {
  if (language === 'go') return [...parameters.matchAll(GROUPED)].reduce((sum, [, names = '']) => sum + names.split(',').length, 0);
  return parameters.match(TYPED)?.length ?? 0;
}

function* findCalls({ added }: EditFact): Iterable<LineFound> {
  for (const line of added) {
    const name = CALL.exec(line.text)?.[1];
    if (name !== undefined && !LISTS.test(name)) yield { line };
  }
}

function* findDeclarations({ added, language }: EditFact): Iterable<LineFound> {
  if (language === null || NAMED_AT_CALL.has(language)) return;
  for (const line of added) {
    const parameters = DECLARES.exec(line.text)?.[1] ?? '';
    if (countFlags(parameters, language) >= MANY) yield { line };
  }
}

export const rule: Rule = {
  meta: {
    id: 'positional-flags',
    version: 1,
    kind: 'design',
    stage: 'nursery',
    worth: 2,
    concepts: ['what does the caller read?', 'a boundary that grows'],
    activities: ['E3', 'E9'],
  },
  *find(facts) {
    // One a session: the flags are threaded through several functions. The call is what nobody can read.
    const found = listAll(facts, findCalls)[0] ?? listAll(facts, findDeclarations)[0];
    if (found) yield toCodeCandidate(facts, found, { confidence: 0.5, words: /\bpositional|\boptions? (?:struct|object)|\bparameters?\b|\bbool/i });
  },
};

const listAll = (facts: SessionFacts, find: (edit: EditFact) => Iterable<LineFound>): Finding[] => [
  ...listLineFindings(facts, 'product', find),
  ...listLineFindings(facts, 'test', find),
];
