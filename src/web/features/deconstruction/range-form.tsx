import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { HunkList } from '../../../model/api/deconstructions.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';

export interface Range {
  readonly folder: string;
  readonly range: string;
  readonly top: number;
}

const MOST = 10;

/** Which change of which repository. */
export function RangeForm({ onListed }: { onListed: (asked: Range, hunks: HunkList) => void }) {
  const [folder, setFolder] = useState('');
  const [range, setRange] = useState('');
  const list = useMutation({
    mutationFn: (asked: Range) => request<HunkList>('/api/deconstructions/hunks', { method: 'POST', body: asked }),
    onSuccess: (hunks, asked) => {
      if (hunks.hunks.length > 0) onListed(asked, hunks);
    },
  });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        list.mutate({ folder, range, top: MOST });
      }}
    >
      <Field id="folder" label="Repository" hint="A folder in it, on this machine.">
        <input id="folder" className="field" required value={folder} onChange={(event) => setFolder(event.target.value)} aria-describedby="folder-hint" />
      </Field>
      <Field id="range" label="Change" hint={`A range of commits, like main..HEAD. Its ${MOST} riskiest hunks are taken out.`}>
        <input id="range" className="field" required value={range} onChange={(event) => setRange(event.target.value)} aria-describedby="range-hint" />
      </Field>
      <div>
        <Button type="submit" look="go" disabled={list.isPending}>
          {list.isPending ? 'Reading…' : 'Show its hunks'}
        </Button>
      </div>
      {list.data?.hunks.length === 0 && <p role="alert">No product code changed in this range.</p>}
      {list.isError && <FailureNotice thrown={list.error} />}
    </form>
  );
}
