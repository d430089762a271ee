import { ok } from '../../model/result.ts';
import type { RoundId } from '../../model/round.ts';
import { hasAnswered } from '../../rounds/round-progress.ts';
import { passRound, sealJudgement } from '../rounds/answer-round.ts';
import { closeRound } from '../rounds/close-round.ts';
import { ME, type RoundsApp } from '../rounds/rounds-app.ts';
import { saveDebrief } from '../rounds/save-debrief.ts';
import { saveDraft } from '../rounds/save-draft.ts';
import { showRound } from '../rounds/show-round.ts';
import { startDebrief } from '../rounds/start-debrief.ts';
import type { RoundDoor } from './round-door.ts';

const MY_NAME = 'You';

/** A round alone, in this machine's journal. */
export function openOwnDoor(app: RoundsApp, id: RoundId): RoundDoor {
  return {
    look: async () => {
      const shown = showRound(app, id);
      if (!shown.ok) return shown;
      const { state, draft, judgement, resolution, outcome, debriefDraft, debrief } = shown.value;
      const me = app.journal.rounds.get(id)?.participants.find(({ person }) => person === ME);
      return ok({
        id,
        state,
        case: shown.value.case,
        work: null,
        workDraft: {},
        knewOutcome: false,
        people: [{ name: MY_NAME, isMe: true, answered: me !== undefined && hasAnswered(me) }],
        draft,
        // What is null here is null before the reveal as well: presentRound decides.
        answers: outcome ? [{ name: MY_NAME, isMe: true, judgement, resolution }] : null,
        outcome,
        debriefDraft,
        debrief,
      });
    },
    keepDraft: (draft) => saveDraft(app, id, draft),
    seal: async (judgement) => sealJudgement(app, id, judgement),
    pass: async () => passRound(app, id),
    startDebrief: async () => startDebrief(app, id),
    keepDebrief: async (part) => saveDebrief(app, id, { ...app.journal.rounds.get(id)?.debriefDraft, ...part }),
    close: async (debrief) => closeRound(app, id, debrief),
    // Alone, the last answer is one's own: there is nobody to wait for.
    waitForChange: async () => ok(undefined),
  };
}
