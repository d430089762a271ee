import type { ReactNode } from 'react';
import type { HunkFinding } from '../../../model/deconstruction.ts';
import type { Predictions, PredictionScore, SharedHunk } from '../../../model/team/shared-deconstruction.ts';
import { formatCount } from '../../text/format-amount.ts';
import { Plain } from '../../ui/text.tsx';
import { PersonName } from '../people/person-name.tsx';
import { describeFinding, describePrediction } from './check-predictions.ts';

export interface PredictedBy {
  readonly person: string;
  readonly name: string;
  readonly isMe: boolean;
  /** Null where they passed. */
  readonly predictions: Predictions | null;
  readonly score: PredictionScore | null;
}

interface PredictionRevealProps {
  readonly hunks: readonly SharedHunk[];
  readonly answers: readonly PredictedBy[];
  readonly findings: readonly { readonly id: string; readonly finding: HunkFinding; readonly failingTests: readonly string[] }[];
  /** Below a hunk that no test minded, and below each where somebody passed: what people found out, and how to say so. */
  readonly noteByHunk: ReadonlyMap<string, ReactNode>;
}

/** Hunk by hunk, those people differ on first: what each expected, and what happened. */
export function PredictionReveal({ hunks, answers, findings, noteByHunk }: PredictionRevealProps) {
  const saidOf = ({ id }: SharedHunk): string[] =>
    answers.flatMap(({ predictions }) => (predictions?.predictions[id] ? [describePrediction(predictions.predictions[id])] : []));
  const differs = (hunk: SharedHunk): boolean => new Set(saidOf(hunk)).size > 1;
  const ordered = hunks.map((hunk, index) => ({ hunk, number: index + 1 })).sort((a, b) => Number(differs(b.hunk)) - Number(differs(a.hunk)));
  const hasPassed = answers.some(({ predictions }) => predictions === null);
  const unexplained = findings.filter(({ finding }) => finding === 'unexplained').length;
  return (
    <div className="grid gap-6">
      <p className="question">{unexplained === 0 ? 'A test minds every hunk.' : `No test minds ${formatCount(unexplained, 'hunk')} of ${hunks.length}.`}</p>
      <ul aria-label="How everyone did" className="grid gap-1">
        {answers.map(({ person, name, isMe, predictions, score }) => (
          <li key={person} className="flex flex-wrap items-center justify-between gap-x-4 tabular-nums">
            <PersonName name={name} isMe={isMe} />
            <span>{predictions === null ? 'passed' : score ? `${score.right} of ${score.of} rightly` : ''}</span>
          </li>
        ))}
      </ul>
      {hasPassed && <p className="text-ink-2">A project closes with this only once who passed has said of each hunk what it is for.</p>}
      <ol className="grid gap-5">
        {ordered.map(({ hunk, number }) => {
          const found = findings.find(({ id }) => id === hunk.id);
          return (
            <li key={hunk.id} className="card grid gap-2 px-5 py-4">
              <p className="font-medium [overflow-wrap:anywhere]">
                <a href={`#hunk-${hunk.id}`} className="underline underline-offset-3">
                  {number}. <Plain>{hunk.path}</Plain>
                </a>
                {differs(hunk) && <span className="meta"> where you differ</span>}
              </p>
              <ul className="grid gap-1">
                {answers.map(({ person, name, isMe, predictions, score }) => {
                  const said = predictions?.predictions[hunk.id];
                  const right = score?.rightByHunk[hunk.id];
                  return said ? (
                    <li key={person} className={`border-l-3 pl-3 ${isMe ? 'border-accent' : 'border-warn'}`}>
                      {isMe ? 'You' : <Plain>{name}</Plain>}: {describePrediction(said)}
                      {right === true ? ' (right)' : right === false ? ' (not so)' : ''}
                    </li>
                  ) : null;
                })}
              </ul>
              {found && <p className="font-semibold">{describeFinding(found.finding, found.failingTests)}</p>}
              {found && (found.finding !== 'needed' || hasPassed) && noteByHunk.get(hunk.id)}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
