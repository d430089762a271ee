import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Cohort, LeadHandOver } from '../../../model/team/cohort.ts';
import { peopleQuery } from '../../api/team/queries.ts';
import { formatDate } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { SureButton } from '../team-round/sure-button.tsx';
import { findOpenOffer } from './describe-lead.ts';
import { SelectField } from './select-field.tsx';
import { useLeadActs } from './use-lead-acts.ts';

/** Asks another lead to take a cohort over: by its lead, or by an owner where the lead is gone. */
export function LeadHandOverForm({ cohort, me }: { cohort: Cohort; me: string }) {
  const { propose, withdraw } = useLeadActs(cohort.id);
  const people = useQuery(peopleQuery());
  const [to, setTo] = useState('');
  const open = findOpenOffer(cohort);
  const leads = (people.data?.people ?? []).filter(({ id, role }) => id !== cohort.lead.id && role !== 'member');
  if (open)
    return (
      <div className="grid gap-2">
        <p>
          <Plain>{`${open.to.id === me ? 'You are' : `${open.to.name} is`} asked to lead it, since ${formatDate(open.proposedAt)}. Until that is accepted nothing changes.`}</Plain>
        </p>
        <div>
          <SureButton label="Call it off" question="Call this off?" yes="Yes, call it off" isBusy={withdraw.isPending} onSure={() => withdraw.mutate(open.n)} />
        </div>
        {withdraw.isError && <FailureNotice thrown={withdraw.error} />}
      </div>
    );
  if (people.data && leads.length === 0) return <p className="text-ink-2">Nobody else here is a lead. An owner makes somebody one on the page People.</p>;
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate(to);
      }}
    >
      <SelectField
        id={`lead-${cohort.id}`}
        label="Who should lead it"
        hint="A lead or owner of your organisation. Once they accept, the cohort and its years are theirs and no more of who led them; its pairs see that it happened."
        empty="Choose a person"
        value={to}
        options={leads}
        onText={setTo}
      />
      <div>
        <Button type="submit" disabled={to === '' || propose.isPending}>
          Ask them
        </Button>
      </div>
      {propose.isError && <FailureNotice thrown={propose.error} />}
    </form>
  );
}

/** Somebody asks me to lead a cohort. */
export function LeadOfferCard({ cohort, offer }: { cohort: Cohort; offer: LeadHandOver }) {
  const { accept, withdraw } = useLeadActs(cohort.id);
  const by = offer.proposedBy.id === offer.from.id ? '' : ` ${offer.proposedBy.name} asks, since ${offer.from.name} does not lead here any more.`;
  return (
    <div className="card grid max-w-[46rem] gap-4 border-l-3 border-l-accent px-5 py-4">
      <p className="question">
        <Plain>{`Will you lead the cohort ${cohort.name}, after ${offer.from.name}?`}</Plain>
      </p>
      <p className="text-ink-2">
        <Plain>{`You would see its pairs, dates, meetings and hours of preceptors; nothing of what people judge or write.${by}`}</Plain>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button look="go" disabled={accept.isPending} onClick={() => accept.mutate(offer.n)}>
          Yes, I lead it
        </Button>
        <SureButton
          label="No"
          question="Say no? You need give no reason."
          yes="Yes, say no"
          isBusy={withdraw.isPending}
          onSure={() => withdraw.mutate(offer.n)}
        />
      </div>
      {accept.isError && <FailureNotice thrown={accept.error} />}
      {withdraw.isError && <FailureNotice thrown={withdraw.error} />}
    </div>
  );
}

/** For an owner: cohorts whose lead left, or is no lead here any more. Finding another shows the owner nothing of their years. */
export function CohortsWithoutLead({ cohorts, me }: { cohorts: readonly Cohort[]; me: string }) {
  return cohorts.map((cohort) => (
    <div key={cohort.id} className="card grid max-w-[46rem] gap-3 px-5 py-4">
      <p className="font-medium">
        <Plain>{`${cohort.lead.name} led ${cohort.name}, and does not lead here any more.`}</Plain>
      </p>
      <LeadHandOverForm cohort={cohort} me={me} />
    </div>
  ));
}
