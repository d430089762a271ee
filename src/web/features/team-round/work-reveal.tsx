import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NoteHunk } from '../../../model/team/shared-deconstruction.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';
import { teamRoundPath, teamRoundQuery } from '../../api/team/queries.ts';
import { request } from '../../api/request.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { RankingReveal } from '../comparison/ranking-reveal.tsx';
import { NoteForm } from '../deconstruction/note-form.tsx';
import { PredictionReveal } from '../deconstruction/prediction-reveal.tsx';
import { ProofOfOrder } from './proof-of-order.tsx';

/** What everyone sealed, mine first, and what the tests said. */
export function WorkReveal({ round }: { round: TeamRound }) {
  const nameOf = (person: string): string => toVisibleText(round.participants.find((each) => each.person === person)?.name ?? 'Someone');
  const answers = [...(round.answers ?? [])].sort((a, b) => Number(b.person === round.me) - Number(a.person === round.me));
  const whose = (person: string) => ({ person, name: nameOf(person), isMe: person === round.me });
  return (
    <>
      {round.case.kind === 'comparison' ? (
        <RankingReveal
          truth={round.comparisonTruth ?? null}
          answers={answers.map(({ person, ranking, rankingScore }) => ({ ...whose(person), ranking: ranking ?? null, score: rankingScore ?? null }))}
        />
      ) : (
        <PredictionReveal
          hunks={round.case.deconstruction?.hunks ?? []}
          findings={round.deconstructionTruth?.findings ?? []}
          answers={answers.map(({ person, predictions, predictionScore }) => ({
            ...whose(person),
            predictions: predictions ?? null,
            score: predictionScore ?? null,
          }))}
          noteByHunk={new Map((round.case.deconstruction?.hunks ?? []).map(({ id }) => [id, <Note key={id} round={round} hunk={id} />]))}
        />
      )}
      <ProofOfOrder answers={answers} me={round.me} nameOf={nameOf} />
    </>
  );
}

function Note({ round, hunk }: { round: TeamRound; hunk: string }) {
  const queryClient = useQueryClient();
  const note = useMutation({
    mutationFn: (body: NoteHunk) => request<TeamRound>(`${teamRoundPath(round.id)}/notes`, { method: 'POST', body }),
    onSuccess: (noted) => queryClient.setQueryData(teamRoundQuery(round.id).queryKey, noted),
  });
  return (
    <NoteForm
      hunk={hunk}
      isMinded={round.deconstructionTruth?.findings.some(({ id, finding }) => id === hunk && finding === 'needed') ?? false}
      notes={(round.hunkNotes ?? []).filter((one) => one.hunk === hunk)}
      isSaving={note.isPending}
      failure={note.error}
      onNote={(body, onDone) => note.mutate(body, { onSuccess: onDone })}
    />
  );
}
