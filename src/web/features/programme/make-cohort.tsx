import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Cohort } from '../../../model/team/cohort.ts';
import { cohortsQuery } from '../../api/team/programme-queries.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';

/** The people whose years one lead runs together. */
export function MakeCohort() {
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: () => request<Cohort>('/api/team/cohorts', { method: 'POST', body: { name } }),
    onSuccess: () => {
      setName('');
      return queryClient.invalidateQueries({ queryKey: cohortsQuery().queryKey });
    },
  });
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <TextInput id="cohort-name" label="Its name" hint="Such as “Spring 2027”. You will be its lead." maxLength={80} value={name} onText={setName} />
      <div>
        <Button type="submit" look="go" disabled={name.trim() === '' || make.isPending}>
          Make a cohort
        </Button>
      </div>
      {make.isError && <FailureNotice thrown={make.error} />}
    </form>
  );
}
