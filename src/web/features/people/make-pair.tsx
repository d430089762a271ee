import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '../../../model/api/team/accounts.ts';
import { pairsQuery } from '../../api/team/queries.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { PeopleChoice } from './people-choice.tsx';
import { rolesToGive } from './role-names.ts';
import { suggestPairName } from './suggest-pair-name.ts';

/** Two people as a rule; more where a round is to have more. */
export function MakePair({ me, others }: { me: Person; others: readonly Person[] }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [written, setWritten] = useState('');
  const queryClient = useQueryClient();
  const suggested = suggestPairName(
    me.name,
    others.filter(({ id }) => chosen.includes(id)).map(({ name }) => name),
  );
  const name = written.trim() || suggested;
  const make = useMutation({
    mutationFn: () => request<unknown>('/api/team/pairs', { method: 'POST', body: { name, people: chosen } }),
    onSuccess: () => {
      setChosen([]);
      setWritten('');
      return queryClient.invalidateQueries({ queryKey: pairsQuery().queryKey });
    },
  });
  if (others.length === 0)
    return (
      <p className="text-ink-2">
        Nobody else is here yet. {rolesToGive(me.role).length > 0 ? 'Invite somebody below.' : 'A lead of your organisation can invite people.'}
      </p>
    );
  return (
    <div className="card grid gap-4 px-5 py-4">
      <PeopleChoice legend="With whom" people={others} chosen={chosen} onChange={setChosen} />
      {chosen.length > 0 && (
        <TextInput id="pair-name" label="Its name" hint="May stay as it is." maxLength={80} placeholder={suggested} value={written} onText={setWritten} />
      )}
      <div>
        <Button look="go" disabled={chosen.length === 0 || make.isPending} onClick={() => make.mutate()}>
          {make.isPending ? 'Making it…' : 'Make a pair'}
        </Button>
      </div>
      {make.isError && <FailureNotice thrown={make.error} />}
    </div>
  );
}
