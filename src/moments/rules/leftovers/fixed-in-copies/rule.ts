import type { EditFact, SessionFacts } from '../../../facts/facts.ts';
import { baseName } from '../../../engine/code/findings/edit-story.ts';
import { isOwn } from '../../../rule/is-own.ts';
import type { Candidate, Rule } from '../../../rule/rule.ts';

/** Lines that do nothing are alike everywhere. */
const SAYS_NOTHING =
  /^(?:import\b|\}? ?from\b|use\b|using\b|package\b|#include|export \*|\/\/|#|\*|\/\*|<!--|@\w+$|(?:readonly )?\w+\??:? ?[\w<>[\]{}|" ]*[,;{]?$|\w+(?: = \w+)?,$|[{}()[\];,\s]*$|(?:else|end|try|return|break|continue|pass|fi|done|then)\W*$)/;
const DATA: ReadonlySet<string> = new Set(['json', 'css', 'scss', 'less', 'html', 'xml', 'toml', 'proto', 'graphql']);
/** A change of so few words in many places is a new name, not a repair. */
const LEAST_LINES = 3;
const LEAST_LETTERS = 90;
/** Work on this many places at once is a sweep, and knows that it is one. */
const SWEEP = 4;

const listCode = (lines: EditFact['added']): string[] => lines.map(({ text }) => text.trim()).filter((text) => !SAYS_NOTHING.test(text));

interface Change {
  readonly edit: EditFact;
  readonly added: readonly string[];
  readonly removed: ReadonlySet<string>;
}

/** Code put into code that was there. */
function toChange(edit: EditFact): Change | undefined {
  if (edit.role !== 'product' || edit.change !== 'update' || edit.language === null || DATA.has(edit.language)) return undefined;
  const removed = new Set(listCode(edit.removed));
  const added = listCode(edit.added).filter((line) => !removed.has(line));
  return added.length > 0 ? { edit, added, removed } : undefined;
}

const listShared = (one: Change, other: Change): string[] => {
  const lines = new Set(other.added);
  return [...new Set(one.added)].filter((line) => lines.has(line));
};

/** Something is called or decided; values handed on are no repair. */
const ACTS = /\w\(|\b(?:if|for|while|throw|raise|return)\b|\|\||&&|\?\?/;

const isRepeated = (shared: readonly string[]): boolean =>
  shared.length >= LEAST_LINES && shared.join('').length >= LEAST_LETTERS && shared.some((line) => ACTS.test(line));

/** More came than went: no name was only replaced. */
const grows = ({ added, removed }: Change): boolean => added.length > removed.size;

/** Handed on from one form to another: what a converter does. */
const CONVERTS = /^\w+\s*[:=]\s*\w+(?:\??\.\w+)+,?$/;

/** The very same change in two files: copies of one file, or code of which a repair says something. */
function isSameRepair(one: Change, other: Change): boolean {
  if (one.edit.path === other.edit.path || one.added.join('\n') !== other.added.join('\n')) return false;
  if ([...one.removed].join('\n') !== [...other.removed].join('\n')) return false;
  if (baseName(one.edit.path) === baseName(other.edit.path)) return true;
  return grows(one) && one.added.some((line) => CONVERTS.test(line));
}

/** Two changes of the same lines, most of either: the same repair made by hand in two places. */
function findTwin(change: Change, earlier: readonly Change[]): { source: Change; shared: string[] } | undefined {
  for (const source of earlier.toReversed()) {
    if (source.edit.turn !== change.edit.turn && source.edit.turn !== change.edit.turn - 1) continue;
    const shared = listShared(change, source);
    if (isSameRepair(change, source)) return { source, shared };
    if (grows(change) && grows(source) && isRepeated(shared) && shared.length * 2 >= change.added.length && shared.length * 2 >= source.added.length)
      return { source, shared };
  }
  return undefined;
}

function toCandidate(facts: SessionFacts, { edit }: Change, source: EditFact, shared: readonly string[]): Candidate {
  const [line = ''] = shared.toSorted((a, b) => b.length - a.length);
  const undone = facts.edits.find(
    (later) => later.seq > edit.seq && later.turn > edit.turn && later.path === edit.path && later.removed.some(({ text }) => text.trim() === line),
  );
  return {
    decision: { from: edit, shape: 'edit' },
    hindsight: undone ? [{ place: undone, quote: `Changed again: ${line}` }] : [],
    evidence: [
      { place: source, quote: line },
      { place: edit, quote: line },
    ],
    confidence: 0.55,
    sources: source.path === edit.path ? 1 : 2,
    paths: [...new Set([source.path, edit.path])],
    params: { file: edit.shownPath, other: source.shownPath, lines: String(shared.length) },
  };
}

export const rule: Rule = {
  meta: {
    id: 'fixed-in-copies',
    version: 1,
    kind: 'duplication',
    stage: 'nursery',
    worth: 2,
    concepts: ['why are there two?', 'one source of truth'],
    activities: ['E3', 'E4', 'E9'],
    cwe: [1041],
  },
  *find(facts) {
    const changes: Change[] = [];
    const found: { change: Change; source: EditFact; shared: string[]; key: string }[] = [];
    for (const edit of facts.edits) {
      const change = isOwn(facts, edit) ? toChange(edit) : undefined;
      if (!change) continue;
      const twin = findTwin(change, changes);
      if (twin) found.push({ change, source: twin.source.edit, shared: twin.shared, key: twin.shared[0] ?? '' });
      changes.push(change);
    }
    for (const [, same] of Map.groupBy(found, ({ key }) => key)) {
      const [first] = same;
      if (first && same.length + 1 < SWEEP) yield toCandidate(facts, first.change, first.source, first.shared);
    }
  },
};
