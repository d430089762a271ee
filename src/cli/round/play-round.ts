import type { RoundAtHand, RoundDoor, WorkDraft } from '../../app/take-part/round-door.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { RoundState } from '../../model/round.ts';
import type { Terminal } from '../terminal.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import { askDebrief } from './ask-debrief.ts';
import { askJudgement } from './ask-judgement.ts';
import { askPredictions, formatHunks } from './ask-predictions.ts';
import { askRanking, formatOutputs } from './ask-ranking.ts';
import { Left, type Conversation } from './create-conversation.ts';
import { formatReveal } from './format-reveal.ts';
import { formatWorkReveal } from './format-work-reveal.ts';
import { toShownCase, type ShownCase } from './show-case.ts';
import { showPages } from './show-pages.ts';

export interface PlayInput {
  readonly door: RoundDoor;
  readonly conversation: Conversation;
  readonly terminal: Terminal;
}

/** Where the round stood when the person left or it ended. */
export type Played = Result<{ readonly state: RoundState; readonly wasLeft: boolean }, Problem>;

/** The round from wherever it stands to its end, step by step: each step asks the round anew what may be seen. */
export async function playRound({ door, conversation, terminal }: PlayInput): Promise<Played> {
  const say = (text: string): void => wrapText(text, terminal.width).forEach((line) => terminal.print(line));
  let shown: ShownCase | null = null;
  let hasRevealed = false;
  let hasSaidToWait = false;
  let state: RoundState = 'framed';
  try {
    for (;;) {
      const looked = await door.look();
      if (!looked.ok) return looked;
      const round = looked.value;
      ({ state } = round);
      if (state === 'closed') return await end(round);
      if (state === 'withdrawn') {
        say('This round was withdrawn; nothing of it was revealed.');
        return ok({ state, wasLeft: false });
      }
      shown ??= round.case && toShownCase(round.case, terminal);
      const done = await step(round);
      // Somebody else, or another window, may have moved it meanwhile: then it goes on from there.
      if (!done.ok && !(done.problem.tag === 'conflict' && (await hasMoved(state)))) return done;
    }
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    return ok({ state, wasLeft: true });
  }

  async function hasMoved(from: RoundState): Promise<boolean> {
    const looked = await door.look();
    return looked.ok && looked.value.state !== from;
  }

  async function step(round: RoundAtHand): Promise<Result<unknown, Problem>> {
    if (round.state === 'sealing' || round.state === 'framed') return round.people.find(({ isMe }) => isMe)?.answered ? wait(round) : judge(round);
    await reveal(round);
    if (round.state === 'debrief')
      return askDebrief({ draft: round.debriefDraft, conversation, terminal, keep: (part) => door.keepDebrief(part), close: (debrief) => door.close(debrief) });
    await conversation.ask('Enter goes on to the debrief. ');
    return door.startDebrief();
  }

  async function judgeWork({ work, workDraft }: RoundAtHand): Promise<Result<unknown, Problem>> {
    if (!work?.content || !door.sealWork) return failed(forgotten());
    const text = work.kind === 'comparison' ? formatOutputs(work.content, terminal) : formatHunks(work.content, terminal);
    const showCase = (): Promise<void> => showPages(text, terminal, conversation);
    await showCase();
    const input = { conversation, terminal, showCase };
    const keep = (draft: WorkDraft): void => {
      const kept = door.keepWork?.(draft);
      if (kept && !kept.ok) say(kept.problem.what);
    };
    const sealed =
      work.kind === 'comparison'
        ? await askRanking(work.content, { ...input, before: workDraft.ranking, keep: (ranking) => keep({ ranking }) })
        : await askPredictions(work.content, { ...input, before: workDraft.predictions ?? {}, keep: (predictions) => keep({ predictions }) });
    return sealed === null ? door.pass() : door.sealWork(sealed);
  }

  async function judge(round: RoundAtHand): Promise<Result<unknown, Problem>> {
    if (round.work) return judgeWork(round);
    if (!round.case || !shown) return failed(forgotten());
    const { text, lines } = shown;
    const showCase = (): Promise<void> => showPages(text, terminal, conversation);
    await showCase();
    const others = round.people.filter(({ isMe }) => !isMe);
    if (others.length > 0) say(`With ${others.map(({ name }) => toPlainLine(name)).join(' and ')}: all judgements open at once, when everyone has answered.`);
    if (round.knewOutcome) say('You lived through this one, so your judgement is not scored.');
    const decided = await askJudgement({
      about: { case: round.case, lines, knewOutcome: round.knewOutcome },
      draft: round.draft,
      conversation,
      terminal,
      showCase,
      keep: (draft) => {
        const kept = door.keepDraft(draft);
        if (!kept.ok) say(kept.problem.what);
      },
    });
    return decided.type === 'pass' ? door.pass() : door.seal(decided.judgement);
  }

  async function wait({ people }: RoundAtHand): Promise<Result<unknown, Problem>> {
    const missing = people.filter(({ answered }) => !answered).map(({ name }) => toPlainLine(name));
    if (!hasSaidToWait)
      say(
        `You have answered. It opens for all at once when ${missing.join(' and ')} ${missing.length === 1 ? 'has' : 'have'}. Ctrl-C leaves; nothing is lost.`,
      );
    hasSaidToWait = true;
    const moved = await door.waitForChange(conversation.left);
    if (conversation.left.aborted) throw new Left();
    return moved;
  }

  async function reveal(round: RoundAtHand): Promise<void> {
    if (hasRevealed) return;
    hasRevealed = true;
    await showPages(round.work ? formatWorkReveal(round, terminal) : formatReveal(round, shown?.lines ?? [], terminal), terminal, conversation);
  }

  async function end(round: RoundAtHand): Promise<Played> {
    if (!hasRevealed) {
      shown ??= round.case && toShownCase(round.case, terminal);
      await reveal(round);
    }
    if (round.debrief) {
      say(terminal.style('dim', 'The rule you keep'));
      say(toPlainLine(round.debrief.generalRule));
    }
    return ok({ state: 'closed', wasLeft: false });
  }
}

const forgotten = (): Problem => problem('not-found', 'The case of this round was forgotten.', { next: 'There is nothing left to judge.' });
