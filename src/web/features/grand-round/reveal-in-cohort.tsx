import { useState } from 'react';
import type { GrandRound, NamelessAnswer } from '../../../model/team/grand-round.ts';
import { useGrandAct } from '../../api/team/grand-round-queries.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { InlineText, Line, RichText } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useNameOf } from '../people/use-name-of.ts';
import { toVerdictLabel } from '../round/check-judgement.ts';
import { describeResolution } from '../round/describe-reveal.ts';
import { Happened, OutcomeParts, Part } from '../round/reveal-step.tsx';
import { countVerdicts, describeSoundness, describeVerdicts } from './describe-grand-round.ts';

/** Everybody's judgement at once and without names, what happened next, and the one discussion. */
export function RevealInCohort({ grand, me }: { grand: GrandRound; me: string }) {
  const answers = grand.answers ?? [];
  const mine = answers.find(({ isMine }) => isMine);
  return (
    <div className="grid gap-6">
      {grand.state === 'ended' ? (
        <p className="question">{describeSoundness(grand.outcome?.sound ?? null) || 'It is over.'}</p>
      ) : (
        <>
          <p className="question">{describeVerdicts(answers, grand.outcome?.sound ?? null)}</p>
          <Verdicts answers={answers} />
        </>
      )}
      {mine && <Answer answer={mine} />}
      {grand.state === 'ended' ? (
        <p className="text-ink-2">Fewer than five answered, and so few could be told apart: what others said stays closed, for good.</p>
      ) : (
        <OthersAnswers answers={answers.filter(({ isMine }) => !isMine)} />
      )}
      {grand.outcome ? (
        <>
          <Happened outcome={grand.outcome} />
          <OutcomeParts outcome={grand.outcome} />
        </>
      ) : (
        <p className="text-ink-2">The case was forgotten, and what happened next with it. What people said is kept.</p>
      )}
      <Discussion grand={grand} me={me} />
    </div>
  );
}

function OthersAnswers({ answers }: { answers: readonly NamelessAnswer[] }) {
  return (
    <Part id="said" title="What others said">
      <p className="meta">In an order that says nothing of who gave them.</p>
      <ul className="grid gap-3.5">
        {answers
          .filter(({ judgement }) => judgement !== null)
          .map((answer, index) => (
            <li key={index}>
              <Answer answer={answer} />
            </li>
          ))}
      </ul>
    </Part>
  );
}

function Verdicts({ answers }: { answers: readonly NamelessAnswer[] }) {
  return (
    <ul className="grid gap-1.5">
      {countVerdicts(answers).map(({ label, people }) => (
        <li key={label} className="grid grid-cols-[9rem_1fr_2rem] items-center gap-3">
          <span>{label}</span>
          <span aria-hidden="true" className="block h-1.5 overflow-hidden rounded-full bg-line">
            <span className="block h-full bg-accent" style={{ width: `${(people / answers.length) * 100}%` }} />
          </span>
          <span className="text-right tabular-nums">{people}</span>
        </li>
      ))}
    </ul>
  );
}

function Answer({ answer: { isMine, judgement, resolution } }: { answer: NamelessAnswer }) {
  if (!judgement) return <p className="text-ink-2">You passed.</p>;
  return (
    <div className={`card grid gap-2 border-l-3 px-5 py-4 ${isMine ? 'border-l-accent' : 'border-l-warn'}`}>
      <p>
        {isMine && <span className="meta mr-2">You</span>}
        <span className="font-semibold">{toVerdictLabel(judgement.verdict)}</span>
      </p>
      <RichText text={judgement.reason} />
      <p className="font-serif">
        “<Line>{judgement.proposition}</Line>” {resolution ? null : `${judgement.probability} %`}
      </p>
      {resolution && <p className="meta">{describeResolution(resolution, judgement.knewOutcome, isMine ? 'You' : 'They')}</p>}
    </div>
  );
}

function Discussion({ grand, me }: { grand: GrandRound; me: string }) {
  const [words, setWords] = useState('');
  const say = useGrandAct<{ body: string }>(grand.id, 'messages');
  const nameOf = useNameOf();
  const now = useNow();
  const send = (): void => {
    if (words.trim() !== '') say.mutate({ body: words }, { onSuccess: () => setWords('') });
  };
  return (
    <Part id="discussion" title="Discussion">
      <p className="meta">Here people speak under their names.</p>
      {grand.messages.length > 0 && (
        <ol className="grid gap-3">
          {grand.messages.map(({ n, author, body, at }) => (
            <li key={n} className={`border-l-3 pl-3.5 ${author === me ? 'border-accent' : 'border-warn'}`}>
              <p className="meta">
                <InlineText>{author === me ? 'You' : nameOf(author)}</InlineText>, {formatWhen(at, now)}
              </p>
              <RichText text={body} />
            </li>
          ))}
        </ol>
      )}
      <TextArea id="say" label="What would you have needed to see it?" maxLength={8000} value={words} onText={setWords} />
      <Button className="justify-self-start" disabled={say.isPending || words.trim() === ''} onClick={send}>
        Say it
      </Button>
      {say.isError && <FailureNotice thrown={say.error} />}
    </Part>
  );
}
