/** Findings in changed lines that can be told from the lines alone, once each, in the form the rules on code report. */
import { replayedSeqs, type Finding } from '../engine/code/findings/list-findings.ts';
import type { ChangedLine, CodeMatch, EditFact, FileRole, SessionFacts } from '../facts/facts.ts';

export interface LineFound {
  readonly line: ChangedLine;
  /** What is quoted, where it is more than the line. */
  readonly text?: string;
  readonly captures?: Readonly<Record<string, string>>;
}

/** One finding an edit, with all that is new in it. What the session had already put into the file is not found again. */
export function* listLineFindings(facts: SessionFacts, role: FileRole, find: (edit: EditFact) => Iterable<LineFound>): Iterable<Finding> {
  const seen = new Set<string>();
  const replayed = replayedSeqs(facts);
  for (const edit of facts.edits) {
    if (edit.role !== role || edit.language === null || replayed.has(edit.seq)) continue;
    const all: CodeMatch[] = [];
    for (const { line, text = line.text.trim(), captures = {} } of find(edit)) {
      const key = `${edit.path}\n${text}`;
      if (seen.has(key) || edit.removed.some((removed) => removed.text.trim() === line.text.trim())) continue;
      seen.add(key);
      all.push({ pattern: '', side: 'added', line: line.number, endLine: line.number, text, captures });
    }
    const [match] = all;
    if (match) yield { edit, match, all };
  }
}

/** The first finding of every file: a second one there tells the same. */
export function* firstByFile(findings: Iterable<Finding>): Iterable<Finding> {
  const told = new Set<string>();
  for (const found of findings) {
    if (!told.has(found.edit.path)) yield found;
    told.add(found.edit.path);
  }
}
