import { randomBytes } from 'node:crypto';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, type Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { Sealable, SealedAnswer, TeamRound } from '../../../model/team/team-round.ts';
import { actOnRound } from '../../../rounds/act-on-round.ts';
import type { RoundAction } from '../../../rounds/round-action.ts';
import { closeAnswer } from '../../../rounds/sealed-body.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { answerRound } from '../../../store/rounds.ts';
import type { SharedApp } from '../team-app.ts';
import { toAnswerName, toAnswersKey } from './answers-key.ts';
import { whyUnfit } from './fit-answer.ts';
import { loadWholeRound, peopleOf, toCore } from './load-round.ts';
import { showRoundWithin, showWhole } from './show-round.ts';

/** Seals what the kind of case asks for, for good. When this returns ok it is on the disk, and revealed to all at once if it was the last. */
export function sealTeamAnswer(app: SharedApp, actor: Actor, id: RoundId, sealed: Sealable): Promise<Result<TeamRound, Problem>> {
  return answer(app, actor, id, sealed);
}

/** Gives up my answer for good. From outside it looks as a seal does. */
export function passTeamRound(app: SharedApp, actor: Actor, id: RoundId): Promise<Result<TeamRound, Problem>> {
  return answer(app, actor, id, { answer: 'pass' });
}

function answer(app: SharedApp, actor: Actor, id: RoundId, given: SealedAnswer) {
  const { store, keys, clock } = app;
  return store.as<TeamRound>(actor, async (tx) => {
    const loaded = await loadWholeRound(tx, id);
    if (!loaded.ok) return loaded;
    const { round } = loaded.value;
    const at = clock().toISOString();
    const acted = actOnRound(toCore(round), { person: actor.person, at, action: toAction(given) });
    if (!acted.ok) return acted;
    const refusal = await whyUnfit(app, loaded.value.case, given);
    if (refusal) return failed(refusal);
    const me = round.participants.find(({ person }) => person === actor.person);
    const closed = closeAnswer(me?.knewOutcome === true ? withKnown(given) : given, randomBytes(32));
    if (!closed) return failed(problem('bad-input', 'The judgement is too long to be sealed.', { next: 'Shorten the reason and seal again.' }));
    const body = await keys.encrypt(toAnswersKey(actor.organisation), toAnswerName(id, actor.person), closed.body);
    if (!body.ok) return body;
    const { revealed, answered } = await answerRound(tx, { round: id, body: body.value, commitment: closed.commitment, at });
    tx.tell(peopleOf(round), 'changed', { round: id, state: revealed ? 'revealed' : 'sealing' });
    if (revealed) return showRoundWithin(app, tx, id);
    const participants = round.participants.map((each) => ({ ...each, answered: answered.includes(each.person) }));
    return showWhole(app, tx, { ...loaded.value, round: { ...round, participants } });
  });
}

function toAction(given: SealedAnswer): RoundAction {
  if (given.answer === 'judgement') return { type: 'seal', judgement: given.judgement };
  return { type: given.answer === 'pass' ? 'pass' : 'answer' };
}

/** Who lived through a case knew how it ended, whatever they say. */
function withKnown(given: SealedAnswer): SealedAnswer {
  switch (given.answer) {
    case 'judgement':
      return { ...given, judgement: { ...given.judgement, knewOutcome: true } };
    case 'ranking':
      return { ...given, ranking: { ...given.ranking, knewOutcome: true } };
    case 'predictions':
      return { ...given, predictions: { ...given.predictions, knewOutcome: true } };
    case 'pass':
      return given;
  }
}
