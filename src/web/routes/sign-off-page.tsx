import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { SignOffView } from '../../model/api/team/sign-offs.ts';
import { signOffQuery } from '../api/team/sign-off-queries.ts';
import { Section } from '../features/settings/section.tsx';
import { AskedLevel } from '../features/sign-off/asked-level.tsx';
import { BeliefsBasis } from '../features/sign-off/beliefs-from.tsx';
import { Decide } from '../features/sign-off/decide.tsx';
import { describeStanding, formatDay, nameAsked } from '../features/sign-off/describe-sign-off.ts';
import { Dissents } from '../features/sign-off/dissents.tsx';
import { EvidenceList } from '../features/sign-off/evidence-list.tsx';
import { RefusalList } from '../features/sign-off/refusal-list.tsx';
import { toVisibleText } from '../text/to-visible-text.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Plain } from '../ui/text.tsx';
import { DataFailurePage } from './problem-pages.tsx';

export function SignOffPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const view = useQuery(signOffQuery(id));
  if (view.data) return <View view={view.data} />;
  if (view.isError) return <DataFailurePage noun="request" thrown={view.error} onRetry={() => void view.refetch()} />;
  return (
    <div className="mx-auto max-w-[46rem] px-4 py-8 sm:px-7">
      <Skeleton label="Opening the request" heights={[90, 180]} />
    </div>
  );
}

function View({ view }: { view: SignOffView }) {
  const who = view.mine === 'person' ? 'You' : toVisibleText(view.name);
  const { reversed } = view;
  return (
    <Page title={nameAsked(view.activity, view.level, view.activityName)} lead={<p>{`${who}. ${describeStanding(view, view.mine)}`}</p>} narrow>
      <div className="mt-7 grid gap-8">
        {view.state === 'granted' && view.expiresAt && <p>It holds until {formatDay(view.expiresAt)}, unless new evidence reverses it.</p>}
        {view.declinedWhy !== null && (
          <p className="border-l-2 border-warn pl-3 [overflow-wrap:anywhere]">
            Declined: “<Plain>{view.declinedWhy}</Plain>”
          </p>
        )}
        {reversed && (
          <p className="border-l-2 border-warn pl-3 [overflow-wrap:anywhere]">
            Reversed by <Plain>{reversed.name}</Plain> on {formatDay(reversed.at)}: “<Plain>{reversed.why}</Plain>”
          </p>
        )}
        <AskedLevel asked={view} level={view.level} />
        <RefusalList id="against" title="What speaks against it now" refusals={view.refusals} />
        <Section id="evidence" title="What others said about the next case">
          <EvidenceList evidence={view.evidence} />
        </Section>
        {view.beliefsFrom !== null && (
          <Section id="beliefs-from" title="That no critical belief stands open">
            <BeliefsBasis from={view.beliefsFrom} name={toVisibleText(view.name)} on={formatDay(view.at)} />
          </Section>
        )}
        {view.shownBeliefs.length > 0 && (
          <Section id="beliefs" title="Beliefs shown with it">
            <ul className="grid gap-1.5">
              {view.shownBeliefs.map(({ misconception, belief, state, contested }) => (
                <li key={misconception}>
                  “<Plain>{belief}</Plain>” <span className="meta">{contested ? `${state}, contested` : state}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section id="dissent" title="Does anybody disagree?">
          <Dissents view={view} />
        </Section>
        {(view.state === 'open' || view.state === 'granted') && (
          <Section id="decide" title={view.state === 'open' ? 'Decide' : 'If something came up'}>
            <Decide view={view} />
          </Section>
        )}
        <div>
          <ButtonLink to="/sign-offs">All sign-offs</ButtonLink>
        </div>
      </div>
    </Page>
  );
}
