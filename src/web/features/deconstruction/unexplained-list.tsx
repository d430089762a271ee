import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeconstructedHunk } from '../../../model/deconstruction.ts';
import { request } from '../../api/request.ts';
import { unexplainedQuery } from '../../api/work-queries.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { LineBlock } from '../event/line-block.tsx';
import { hunksToLines } from '../event/to-display-lines.ts';

/** What no test minded and nobody has explained, in this repository. */
export function UnexplainedList({ folder }: { folder: string }) {
  const listed = useQuery(unexplainedQuery(folder));
  if (listed.isError) return <FailureNotice thrown={listed.error} />;
  if (!listed.data || listed.data.hunks.length === 0) return null;
  return (
    <section aria-labelledby="unexplained" className="grid gap-4">
      <h2 id="unexplained" className="heading text-warn">
        Unexplained
      </h2>
      <ul className="grid gap-5">
        {listed.data.hunks.map((hunk) => (
          <Unexplained key={hunk.id} folder={folder} hunk={hunk} />
        ))}
      </ul>
    </section>
  );
}

function Unexplained({ folder, hunk: { id, path, hunk } }: { folder: string; hunk: DeconstructedHunk }) {
  const [words, setWords] = useState('');
  const queryClient = useQueryClient();
  const explain = useMutation({
    mutationFn: () => request<void>('/api/deconstructions/explain', { method: 'POST', body: { folder, hunk: id, words } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: unexplainedQuery(folder).queryKey }),
  });
  return (
    <li className="grid gap-2">
      <p className="font-medium [overflow-wrap:anywhere]">
        <Plain>{path}</Plain>
      </p>
      <div className="card overflow-hidden">
        <LineBlock lines={hunksToLines([hunk])} foldAfter={24} />
      </div>
      <TextArea id={`explain-${id}`} label="What it is for" maxLength={2000} value={words} onText={setWords} />
      <div>
        <Button disabled={explain.isPending || words.trim().length < 3} onClick={() => explain.mutate()}>
          {explain.isPending ? 'Saving…' : 'Say so'}
        </Button>
      </div>
      {explain.isError && <FailureNotice thrown={explain.error} />}
    </li>
  );
}
