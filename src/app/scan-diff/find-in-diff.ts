import { createHash } from 'node:crypto';
import type { EventOf } from '../../model/event.ts';
import { MAIN_THREAD } from '../../model/event.ts';
import type { Hunk } from '../../model/hunk.ts';
import { toSessionId, type Session } from '../../model/session.ts';
import { createCodeReader } from '../../moments/engine/code/create-code-reader.ts';
import { fillTitle } from '../../moments/engine/fill-title.ts';
import { selectRules, type Measured } from '../../moments/engine/select-rules.ts';
import { createFactsBuilder } from '../../moments/facts/create-facts-builder.ts';
import type { CodeMatch, EditFact, SessionFacts } from '../../moments/facts/facts.ts';
import type { RegisteredRule } from '../../moments/rule/registered-rule.ts';
import type { Candidate } from '../../moments/rule/rule.ts';
import figures from '../../moments/rules/measured.json' with { type: 'json' };
import { RULES } from '../../moments/rules/registry.generated.ts';
import type { ChangedFile } from './changed-file.ts';

/** 1-based lines of the file as it is after the change; where lines only went away, the one they stood before. */
export interface FoundLines {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** What a rule found in one place of a diff. */
export interface CodeFinding extends FoundLines {
  readonly registered: RegisteredRule;
  readonly path: string;
  readonly title: string;
  readonly confidence: number;
  readonly worth: 1 | 2 | 3;
  /** More of the same in the same hunk. */
  readonly also: readonly FoundLines[];
  /** The same after a rebase: made of rule, path and code, not of line numbers. */
  readonly fingerprint: string;
}

/** Without a session to bear it out, a rule says nothing by default that it is less sure of than this. */
const LEAST_CONFIDENCE = 0.4;

/** Findings of rules on code, by path and line, one a rule and place. The harness gives figures that are not written yet. */
export function findInDiff(files: readonly ChangedFile[], { all, measured = figures }: { all: boolean; measured?: Measured }): CodeFinding[] {
  const rules = selectRules(RULES, measured, { nursery: all });
  const hunkByEvent = new Map<string, Hunk>();
  const facts = toFacts(files, hunkByEvent);
  const editBySeq = new Map(facts.edits.map((edit) => [edit.seq, edit]));
  const found = rules.flatMap((registered) =>
    [...registered.rule.find(facts)].flatMap((candidate) => {
      const edit = editBySeq.get(candidate.decision.from.seq);
      if (!edit || !candidate.found?.length || (!all && candidate.confidence < LEAST_CONFIDENCE)) return [];
      return [toFinding(registered, candidate, candidate.found, edit, hunkByEvent.get(edit.eventId))];
    }),
  );
  return numberTwins(dropRepeats(dropSuperseded(found)).toSorted(byPlace));
}

const byPlace = (one: CodeFinding, other: CodeFinding): number =>
  one.path === other.path ? one.start - other.start || (one.registered.rule.meta.id < other.registered.rule.meta.id ? -1 : 1) : one.path < other.path ? -1 : 1;

/** Rules on code look only at edits; the facts they share with other rules want a session around them. */
const NO_SESSION: Session = {
  id: toSessionId('claude-code', 'diff'),
  agent: 'claude-code',
  nativeId: 'diff',
  agentVersions: [],
  models: [],
  startedAt: null,
  endedAt: null,
};

/** One edit a hunk, so that each place is judged by itself. */
function toFacts(files: readonly ChangedFile[], hunkByEvent: Map<string, Hunk>): SessionFacts {
  const builder = createFactsBuilder({ agent: NO_SESSION.agent, file: '', readCode: createCodeReader() });
  let seq = 0;
  for (const { path, change, hunks, before, after } of files)
    for (const hunk of hunks) {
      const id = `h${seq}`;
      const edit: EventOf<'edit'> = {
        kind: 'edit',
        id,
        seq,
        line: seq + 1,
        at: null,
        thread: MAIN_THREAD,
        callId: id,
        path,
        change: change === 'move' ? 'update' : change,
        hunks: [hunk],
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      };
      hunkByEvent.set(id, hunk);
      builder.add(edit);
      seq += 1;
    }
  return builder.finish(NO_SESSION);
}

function toFinding(registered: RegisteredRule, candidate: Candidate, matches: readonly CodeMatch[], edit: EditFact, hunk: Hunk | undefined): CodeFinding {
  const [first, ...also] = matches.map((match) => toFoundLines(match, hunk));
  const { start, end, quote } = first as FoundLines;
  const { meta } = registered.rule;
  return {
    registered,
    path: edit.path,
    start,
    end,
    quote,
    also,
    title: fillTitle(registered.text.title, candidate.params),
    confidence: candidate.confidence,
    worth: candidate.worth ?? meta.worth,
    fingerprint: [meta.id, edit.path, quote.replaceAll(/\s+/g, ' ')].join('\n'),
  };
}

function toFoundLines({ side, line, endLine, text }: CodeMatch, hunk: Hunk | undefined): FoundLines {
  if (side === 'added' && line > 0) return { start: line, end: Math.max(line, endLine), quote: text };
  const start = Math.max(1, hunk ? toNewLine(hunk, line) : 1);
  return { start, end: start, quote: text };
}

/** The line of the new file that stands where a line of the old one was. */
function toNewLine({ oldStart, newStart, newLines, lines }: Hunk, oldLine: number): number {
  let old = oldStart;
  let now = newStart;
  for (const line of lines) {
    if (old >= oldLine && line[0] !== '+') break;
    if (line[0] !== '+') old += 1;
    if (line[0] !== '-') now += 1;
  }
  return Math.min(now, newStart + Math.max(newLines - 1, 0));
}

/** A declaration that two hunks touch is found by both. */
function dropRepeats(found: readonly CodeFinding[]): CodeFinding[] {
  const byKey = new Map(found.map((one) => [`${one.registered.rule.meta.id} ${one.path} ${one.start}`, one]));
  return [...byKey.values()];
}

function dropSuperseded(found: readonly CodeFinding[]): CodeFinding[] {
  const byPath = Map.groupBy(found, ({ path }) => path);
  return found.filter(
    (one) =>
      !byPath
        .get(one.path)
        ?.some((other) => other.registered.rule.meta.supersedes?.includes(one.registered.rule.meta.id) && other.start <= one.end && one.start <= other.end),
  );
}

/** The same code twice in a file is told apart by its order, and what was hashed is not kept. */
function numberTwins(findings: readonly CodeFinding[]): CodeFinding[] {
  const seen = new Map<string, number>();
  return findings.map((one) => {
    const count = seen.get(one.fingerprint) ?? 0;
    seen.set(one.fingerprint, count + 1);
    return { ...one, fingerprint: createHash('sha256').update(`${one.fingerprint}\n${count}`).digest('hex').slice(0, 16) };
  });
}
