import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { TeamRound } from '../../../model/team/team-round.ts';
import { probesQuery } from '../../api/team/queries.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { groupProbes } from './group-probes.ts';
import { ProbeCard } from './probe-card.tsx';
import { ProbeEditor } from './probe-editor.tsx';

/** A dispute is settled by running code, not by rank and not by anyone's opinion. */
export function ProveStep({ round, children }: { round: TeamRound; children?: ReactNode }) {
  const probes = useQuery(probesQuery(round.id));
  const [isWriting, setWriting] = useState(false);
  const nameOf = (person: string): string => toVisibleText(round.participants.find((each) => each.person === person)?.name ?? 'Someone');
  const groups = groupProbes(probes.data?.probes ?? []);
  const { content, hasTree } = round.case;
  const mayAdd = content !== null && hasTree && round.state !== 'closed';
  return (
    <div className="grid gap-6">
      <p className="question">What would tell the two apart?</p>
      {!hasTree && <p className="text-ink-2">This case was shared without its code, so nothing can be run on it. Talk it through in the debrief.</p>}
      {probes.isPending && <Skeleton label="Looking for probes" heights={[120]} />}
      {probes.isError && <FailureNotice thrown={probes.error} onRetry={() => void probes.refetch()} />}
      {mayAdd && (isWriting || (probes.data && groups.length === 0)) && <ProbeEditor round={round} framed={content} onAdded={() => setWriting(false)} />}
      {groups.map((group) => (
        <ProbeCard key={group.key} group={group} me={round.me} nameOf={nameOf} />
      ))}
      {mayAdd && groups.length > 0 && !isWriting && (
        <div>
          <Button onClick={() => setWriting(true)}>Write another probe</Button>
        </div>
      )}
      {children}
    </div>
  );
}
