/** What a review says is wrong with code: comments of people, of bots and of other agents, as they are pasted into a session. */

import { rememberByText } from '../remember-by-text.ts';

export type FindingKind = 'edge-case' | 'duplication' | 'performance' | 'leftover' | 'security' | 'error-swallowed';

export interface ReviewFinding {
  readonly kind: FindingKind;
  readonly sentence: string;
  /** Files, functions, flags and variables the whole text names. */
  readonly names: readonly string[];
}

const PLAN = /^\s*(?:implement|execute|follow) (?:the|this) (?:following )?plan\b/i;
/** Longer texts are plans, logs and reports. */
const MOST_LETTERS = 2500;
const LEAST_LETTERS = 40;

/** That this is a remark on existing code and no wish of the day. */
const REVIEW =
  /\b(?:low|medium|high|critical)[ -](?:severity|priority)\b|\bsuggested change\b|\bcomment(?:ed)? on lines?\b|\b(?:observations?|feedback|review comments?|code review|PR review|nit(?:pick)?)\b|^\s*(?:[-*]\s*|\(?\d+[.)]\s*)+(?:⚠️?|❌|🔴|🟠|🟡)|(?:^|:)\s*(?:[-*]\s*|\d+[.)]\s*)?\**(?:bug|issue|problem|race|leak|missing|duplicate|unused|dead)\b[^:\n]{0,30}:|(?:^|\blet's )\s*(?:consider|address|what about|how about|look at|fix|and) (?:this|these)\b/im;
const NAME = /`[^`\n]+`|\b\w+\(\)|\b[a-z]+[A-Z]\w+|\b[A-Z][a-z]+[A-Z]\w+|\b[a-zA-Z]+_\w+|\b[\w/-]+\.[a-z]{1,4}(?::\d+)?\b|(?<!\w)--[a-z][\w-]+/g;
const DEFECT =
  /\b(?:(?:does|do|did|is|are|was|were|can|could|will|would) ?n[o']t|cannot|can't|won't|never|only (?:strips?|checks?|handles?|covers?|exists?|looks?|works?|reads?|sets?)|silently|without (?:\w+ ){0,2}\w+ing|missing|fails?|incorrect(?:ly)?|wrong(?:ly)?|duplicat\w+|unused|leaks?|race|ignored|overwrit\w+|drops?|lost|will break|breaks?|crash\w*|panics?|inefficient|inconsisten\w+|redundant|shadows?|stale|defeats?|unnecessarily|has no effect|can still|violates?)\b/i;
/** The writer's own doing or wish, or a line of a log. */
const NO_REMARK = /^\W*consider\b|\b(?:I|I'm|I'd|let's|we|please)\b|^\[|^\s*(?:at \S+ ?\(|---|===)|[{};,]\s*$|^\s*[\w.]+\(.*\)\s*$/i;
const TERMINAL = /^\s*(?:[➜❯$%]\s|(?:error|hint|fatal|warning|remote):)/im;

const KINDS: readonly (readonly [FindingKind, RegExp])[] = [
  ['security', /\binject|traversal|\bsecrets?\b|\bxss\b|\bcsrf\b|\bcredentials?\b|\bunauthenticated\b|\bsaniti[sz]/i],
  [
    'error-swallowed',
    /\bswallow|\berrors? (?:is|are|gets?|being) (?:\w+ )?(?:ignored|discarded|lost|dropped|hidden)|\bignor(?:es|ing) (?:the |all |any )?errors?\b/i,
  ],
  ['duplication', /\bduplicat(?:es?|ed|ion|ing)\b|\bcopy-?past|\bsame logic\b|\bDRY\b|\bredundant\b/i],
  ['performance', /\binefficien|\bmemory\b|\b(?:every|each|per) iteration\b|\bN\+1\b|\bO\(n|\bunbounded\b|\brepeatedly\b/i],
  ['leftover', /\bunused\b|\bdead code\b|\bnever (?:used|read|called)\b|\bno longer used\b/i],
];

/** The finding of a text, or null where it is none. At most one: a list of findings is judged by its first. */
export const readFinding = rememberByText((text): ReviewFinding | null => {
  if (text.length < LEAST_LETTERS || text.length > MOST_LETTERS || PLAN.test(text) || TERMINAL.test(text)) return null;
  const names = [...new Set(text.match(NAME)?.map((name) => name.replaceAll(/[`()]/g, '').replace(/:\d+$/, '')))];
  const remarks = text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.length >= LEAST_LETTERS && DEFECT.test(sentence) && !NO_REMARK.test(sentence));
  const [sentence] = remarks;
  if (sentence === undefined || names.length === 0 || (!REVIEW.test(text) && remarks.filter((one) => one.match(NAME)).length < 2)) return null;
  const kind = KINDS.find(([, words]) => words.test(text))?.[0] ?? 'edge-case';
  return { kind, sentence: sentence.trim(), names };
});
