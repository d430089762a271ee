import type { HeldBelief, ShownEvidence } from '../../../model/api/growth.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Plain } from '../../ui/text.tsx';
import { ShowToPartner } from '../shown/show-to-partner.tsx';
import { toShownBelief } from '../shown/to-shown-body.ts';
import { BeliefActs } from './belief-acts.tsx';
import { RoundLink } from './round-link.tsx';
import { describeWeight, SOURCE_WORDS, STATE_WORDS } from './describe-belief.ts';

/** One belief: where it stands, what speaks for and against it, and what may be said about it. */
export function BeliefCard({ belief, now }: { belief: HeldBelief; now: Date }) {
  const { id, standing, evidence, questionToAsk, refutation, transferCase } = belief;
  const by = standing.contested && standing.contested.by !== 'me' ? ` by ${standing.contested.by}` : '';
  return (
    <article aria-labelledby={`belief-${id}`} className="card grid gap-3 px-5 py-4">
      <div>
        <p className="meta">
          {STATE_WORDS[standing.state]}
          {standing.contested && ' · contested'} · {describeWeight(belief)}
        </p>
        <h3 id={`belief-${id}`} className="question">
          {belief.belief}
        </h3>
      </div>
      <p className="border-l-2 border-accent pl-3 text-ink-2">{questionToAsk}</p>
      <EvidenceList title="For" evidence={evidence.filter(({ direction, source }) => direction === 'for' && source !== 'moment')} now={now} />
      <EvidenceList title="Against" evidence={evidence.filter(({ direction }) => direction === 'against')} now={now} />
      <EvidenceList
        title="Seen in sessions: what the agent did, not what you believe"
        evidence={evidence.filter(({ source }) => source === 'moment')}
        now={now}
      />
      {standing.contested && (
        <p className="text-ink-2">
          Contested{by}: <Plain>{standing.contested.why}</Plain>
        </p>
      )}
      {standing.history.length > 1 && (
        <p className="meta">
          How it went: {standing.history.map(({ at, to }) => `${to === 'to-ask' ? 'a reason to ask' : to} ${formatWhen(at, now)}`).join('; ')}.
        </p>
      )}
      {standing.missing.length > 0 && <p className="meta">Still missing: {standing.missing.join(' ')}</p>}
      {standing.state !== 'to-ask' && (
        <details>
          <summary className="cursor-pointer text-ink-2">Why it leads astray, and another case</summary>
          <div className="mt-2 grid gap-2">
            <p>{refutation}</p>
            <p className="text-ink-2">{transferCase}</p>
          </div>
        </details>
      )}
      <BeliefActs belief={belief} />
      {standing.state !== 'to-ask' && <ShowToPartner shown={toShownBelief(belief)} />}
    </article>
  );
}

function EvidenceList({ title, evidence, now }: { title: string; evidence: readonly ShownEvidence[]; now: Date }) {
  if (evidence.length === 0) return null;
  return (
    <div>
      <h4 className="heading">{title}</h4>
      <ul className="grid gap-1.5">
        {evidence.map(({ source, sign, words, at, round, forTwo }, index) => (
          <li key={index} className="[overflow-wrap:anywhere]">
            {words === null ? (
              sign
            ) : (
              <>
                “<Plain>{words}</Plain>”
              </>
            )}{' '}
            <span className="meta">
              {SOURCE_WORDS[source]}, {formatWhen(at, now)}
              {round && (
                <>
                  ,{' '}
                  <RoundLink id={round} forTwo={forTwo}>
                    the round
                  </RoundLink>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
