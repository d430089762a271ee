import type { ReactNode } from 'react';
import type { RoundView } from '../../../model/api/rounds.ts';
import type { Outcome } from '../../../model/case.ts';
import { useActivityWords } from '../../api/use-activity-words.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { InlineText, Line, Plain, RichText } from '../../ui/text.tsx';
import { describePrecision, describeResolution, describeVerdict, KIND_NAMES } from './describe-reveal.ts';
import { JudgementCard } from './judgement-card.tsx';

/** What was said beside what happened; then what it rests on, why it matters, what to do. */
export function RevealStep({ round, children }: { round: RoundView; children?: ReactNode }) {
  const { outcome, judgement, resolution } = round;
  if (!outcome) return <p className="text-ink-2">What happened next is not on this machine any more. Your judgement is kept.</p>;
  return (
    <div className="grid gap-6">
      <p className="question">
        {judgement ? describeVerdict(judgement.verdict, outcome.sound) : outcome.sound ? 'The decision was sound.' : 'The decision did not hold.'}
      </p>
      <div className="grid gap-3.5 xl:grid-cols-2">
        {judgement && <JudgementCard judgement={judgement} sealedAt={round.sealedAt} />}
        <Happened outcome={outcome} />
      </div>
      {resolution && judgement && (
        <Part id="settled" title="What the world said">
          <p className="font-serif text-[1.0625rem]">
            “<Line>{resolution.proposition}</Line>”
          </p>
          <p>{describeResolution(resolution, judgement.knewOutcome)}</p>
        </Part>
      )}
      <OutcomeParts outcome={outcome} />
      {children}
    </div>
  );
}

/** What the outcome rests on, why it matters, what to do, and where it comes from. */
export function OutcomeParts({ outcome }: { outcome: Outcome }) {
  return (
    <>
      {outcome.evidence.length > 0 && (
        <Part id="evidence" title="What it rests on">
          <ul className="grid gap-2">
            {outcome.evidence.map(({ line, quote }) => (
              <Cited key={line} where={`Line ${line}`} quote={quote} />
            ))}
          </ul>
        </Part>
      )}
      <Part id="why" title="Why it matters">
        <RichText text={outcome.why} />
      </Part>
      <Part id="do" title="What to do">
        <RichText text={outcome.whatToDo} />
      </Part>
      <Origins outcome={outcome} />
    </>
  );
}

export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`reveal-${id}`} className="grid gap-2">
      <h2 id={`reveal-${id}`} className="heading">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Cited({ where, quote }: { where: string; quote: string }) {
  return (
    <li>
      <span className="meta block">{where}</span>
      <blockquote className="code border-l-2 border-line pl-3 whitespace-pre-wrap [overflow-wrap:anywhere]">
        <Plain>{quote}</Plain>
      </blockquote>
    </li>
  );
}

export function Happened({ outcome }: { outcome: Outcome }) {
  return (
    <section aria-label="What happened next" className="grid content-start gap-2.5 rounded-card border border-transparent bg-warn-wash px-5 py-4">
      <p className="text-[0.78125rem] text-warn">What happened next</p>
      <p className="font-semibold">
        <InlineText>{outcome.title}</InlineText>
      </p>
      {outcome.hindsight.length === 0 && <p className="text-ink-2">Nothing later in the session says more about it.</p>}
      <ul className="grid gap-2.5">
        {outcome.hindsight.map(({ start, end, quote }) => (
          <li key={`${start}-${end}`}>
            <span className="block text-[0.78125rem] text-ink-2">{start === end ? `Line ${start}` : `Lines ${start} to ${end}`}</span>
            <span className="code whitespace-pre-wrap [overflow-wrap:anywhere]">
              <Plain>{quote}</Plain>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const isWebAddress = (url: string | undefined): url is string => url?.startsWith('https://') ?? false;

/** Where this comes from: the kind, the rule and how good it is, what it is about. */
function Origins({ outcome }: { outcome: Outcome }) {
  const { nameOf } = useActivityWords();
  return (
    <Part id="origins" title="Why it was shown to you">
      <p>
        {KIND_NAMES[outcome.kind]}, found by the rule <code className="code">{outcome.rule}</code>. {describePrecision(outcome.precision)}
      </p>
      {outcome.activities.length > 0 && <p className="text-ink-2">It belongs to: {toVisibleText(outcome.activities.map(nameOf).join('; '))}.</p>}
      {outcome.concepts.length > 0 && (
        <ul aria-label="Concepts" className="flex flex-wrap gap-1.5">
          {outcome.concepts.map((concept) => (
            <li key={concept} className="rounded-full bg-sunk px-2.5 text-xs leading-5 text-ink-2">
              {concept.replaceAll('-', ' ')}
            </li>
          ))}
        </ul>
      )}
      {outcome.references.length > 0 && (
        <ul className="grid gap-0.5">
          {outcome.references.map(({ label, url }) => (
            <li key={label}>
              {isWebAddress(url) ? (
                <a href={url} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-3">
                  {label}
                </a>
              ) : (
                label
              )}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
