import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseView } from '../../../model/api/team/case-views.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';
import { pairsQuery, peopleQuery, teamRoundQuery } from '../../api/team/queries.ts';
import { request } from '../../api/request.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { PeopleChoice } from '../people/people-choice.tsx';
import { useNameOf } from '../people/use-name-of.ts';
import { whoMayBeCalled } from './who-may-be-called.ts';

/** Calls people of the case's pair to a round; anyone who may see a published case can be called to one of it. */
export function CallRound({ shared, me }: { shared: CaseView; me: string }) {
  const pairs = useQuery(pairsQuery());
  const people = useQuery(peopleQuery());
  const nameOf = useNameOf();
  const mayBeCalled = whoMayBeCalled(shared, { pairs: pairs.data?.pairs ?? [], people: people.data?.people ?? [], me });
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const chosen = picked ?? mayBeCalled.filter(({ isOfPair }) => isOfPair).map(({ id }) => id);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const call = useMutation({
    mutationFn: () => request<TeamRound>('/api/team/rounds', { method: 'POST', body: { case: shared.id, people: chosen } }),
    onSuccess: (round) => {
      queryClient.setQueryData(teamRoundQuery(round.id).queryKey, round);
      void queryClient.invalidateQueries({
        predicate: ({ queryKey: [first, second] }) => first === 'team' && ['rounds', 'cases', 'case'].includes(String(second)),
      });
      void navigate({ to: '/team/rounds/$id', params: { id: round.id } });
    },
  });
  const rounds = shared.rounds.filter(({ state }) => state !== 'withdrawn');
  const minutes = shared.content?.minutes;

  return (
    <div className="card grid justify-items-start gap-3.5 px-5 py-4">
      {rounds.length > 0 ? (
        <>
          <p className="text-ink-2">{rounds.length === 1 ? 'There is a round of this case.' : 'There are rounds of this case.'}</p>
          {rounds.map(({ id, state }, index) => (
            <ButtonLink key={id} look={index === 0 ? 'go' : 'plain'} to="/team/rounds/$id" params={{ id }}>
              {state === 'closed' ? 'Read the round' : 'Go on with the round'}
            </ButtonLink>
          ))}
        </>
      ) : (
        <p className="text-ink-2">
          {shared.owner === me ? 'You shared this. ' : `${nameOf(shared.owner)} shared this. `}
          Everyone judges it without seeing the others’ judgements, then all appear at once.
          {minutes !== undefined && ` About ${minutes} minutes each, whenever it suits.`}
        </p>
      )}
      {mayBeCalled.length > 0 && (
        <PeopleChoice legend={rounds.length > 0 ? 'Call another round with' : 'With whom'} people={mayBeCalled} chosen={chosen} onChange={setPicked} />
      )}
      {pairs.data && people.data && mayBeCalled.length === 0 && <p className="text-ink-2">Nobody else may see this case.</p>}
      <Button look={rounds.length > 0 ? 'plain' : 'go'} disabled={call.isPending || chosen.length === 0} onClick={() => call.mutate()}>
        {call.isPending ? 'Calling…' : 'Call a round'}
      </Button>
      {call.isError && <FailureNotice thrown={call.error} />}
    </div>
  );
}
