import { useQuery } from '@tanstack/react-query';
import type { Growth } from '../../model/api/growth.ts';
import { growthQuery } from '../api/growth-queries.ts';
import { usePlace } from '../api/use-place.ts';
import { ActivityRow } from '../features/growth/activity-row.tsx';
import { AgreementView } from '../features/growth/agreement-view.tsx';
import { BeliefCard } from '../features/growth/belief-card.tsx';
import { GrowthDrills } from '../features/drills/growth-drills.tsx';
import { ContentNote } from '../features/growth/content-note.tsx';
import { LaterList } from '../features/growth/later-list.tsx';
import { OwnYears } from '../features/growth/own-year.tsx';
import { OwnQuestions } from '../features/growth/own-questions.tsx';
import { ShowToPartner } from '../features/shown/show-to-partner.tsx';
import { toShownCalibration } from '../features/shown/to-shown-body.ts';
import { SignedSection } from '../features/sign-off/signed-section.tsx';
import { useTeamRefresh } from '../features/growth/use-team-refresh.ts';
import { CalibrationView } from '../features/growth/calibration-view.tsx';
import { PortfolioExport } from '../features/portfolio/portfolio-export.tsx';
import { Section } from '../features/settings/section.tsx';
import { formatCount } from '../text/format-amount.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyNotice, FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useNow } from '../ui/use-now.ts';

export function GrowthPage() {
  const growth = useQuery(growthQuery());
  const refresh = useTeamRefresh();
  const now = useNow();
  const { me } = usePlace();
  return (
    <Page
      title="Growth"
      lead={<output className="block">{growth.data ? `${formatCount(growth.data.rounds, 'closed round')}. Only you see this.` : <>&nbsp;</>}</output>}
      narrow
    >
      <div className="mt-7 grid gap-8">
        {refresh.isError && <p className="meta">Rounds for two are as last seen: the team’s server did not answer.</p>}
        {growth.isPending && <Skeleton label="Looking at your rounds" heights={[120, 280, 80]} />}
        {growth.isError && <FailureNotice thrown={growth.error} onRetry={() => void growth.refetch()} />}
        {growth.data && (isEmpty(growth.data) ? <NothingYet /> : <GrowthView growth={growth.data} />)}
        {growth.data && isEmpty(growth.data) && me && <OwnYears growth={growth.data} now={now} />}
        {growth.data && isEmpty(growth.data) && <GrowthDrills />}
      </div>
    </Page>
  );
}

const isEmpty = ({ rounds, beliefs, calibration, activities }: Growth): boolean =>
  rounds === 0 &&
  beliefs.length === 0 &&
  activities.every(({ evidence }) => evidence.length === 0) &&
  calibration.n + calibration.unresolved + calibration.knewOutcome === 0;

function NothingYet() {
  return (
    <EmptyNotice title="Growth is made of the rounds you close.">
      <p className="text-ink-2">
        Each says a little: what you expected and what came, which rule you keep, what you practised. Rounds on the demo do not count.
      </p>
      <ButtonLink look="go" to="/">
        Go to Today
      </ButtonLink>
    </EmptyNotice>
  );
}

function GrowthView({ growth }: { growth: Growth }) {
  const { beliefs, calibration, later, agreement, activities, recall, content } = growth;
  const now = useNow();
  const { me } = usePlace();
  const toAsk = beliefs.filter(({ standing }) => standing.state === 'to-ask');
  const shown = beliefs.filter(({ standing }) => standing.state !== 'to-ask');
  return (
    <>
      <Section id="recall" title="Recall">
        <p>
          {formatCount(recall.cards, 'rule')} kept, {recall.due === 0 ? 'none' : recall.due} due today.
        </p>
        {recall.due > 0 && (
          <div>
            <ButtonLink look="go" to="/recall">
              Recall
            </ButtonLink>
          </div>
        )}
      </Section>
      <Section id="beliefs" title="Beliefs to look at">
        {shown.length === 0 && <p className="text-ink-2">None has shown.</p>}
        {shown.map((belief) => (
          <BeliefCard key={belief.id} belief={belief} now={now} />
        ))}
        {toAsk.length > 0 && (
          <details>
            <summary className="cursor-pointer text-ink-2">{formatCount(toAsk.length, 'question')} that sessions gave a reason to ask</summary>
            <div className="mt-2.5 grid gap-2.5">
              {toAsk.map((belief) => (
                <BeliefCard key={belief.id} belief={belief} now={now} />
              ))}
            </div>
          </details>
        )}
        {me && <OwnQuestions now={now} />}
      </Section>
      <Section id="calibration" title="Calibration">
        <CalibrationView calibration={calibration} />
        <LaterList later={later} now={now} />
        {calibration.n > 0 && <ShowToPartner shown={toShownCalibration(calibration)} />}
      </Section>
      {me && <OwnYears growth={growth} now={now} />}
      <GrowthDrills />
      {me && <SignedSection />}
      <Section id="activities" title="Thirteen activities, five levels">
        <AgreementView agreement={agreement} />
        {activities.map((one) => (
          <ActivityRow key={one.activity} growth={one} now={now} />
        ))}
      </Section>
      <Section id="portfolio" title="Take it along">
        <PortfolioExport />
      </Section>
      <ContentNote content={content} />
      <p className="meta">Levels, texts and thresholds are a considered proposal, not validated on engineers.</p>
    </>
  );
}
