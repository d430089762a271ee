import type { Journal } from '../../../journal/open-journal.ts';
import type { MarkQuestion, OwnQuestion } from '../../../model/api/growth.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { Message, Thread } from '../../../model/team/thread.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { writeEvidence } from '../write-evidence.ts';
import type { GrowthPort } from './growth-port.ts';

const MAX_WORDS = 4000;

/** What I wrote in threads of the team, the latest first, with the beliefs I marked it as showing. */
export async function listOwnQuestions(journal: Journal, port: GrowthPort): Promise<Result<OwnQuestion[], Problem>> {
  const threads = await port.listThreads();
  if (!threads.ok) return threads;
  const marked = journal.attempt(() => journal.ledger.list());
  if (!marked.ok) return marked;
  const own = threads.value.threads.flatMap((thread) =>
    thread.messages
      .filter(({ author }) => author === threads.value.me)
      .map((message): OwnQuestion => {
        const where = toPlace(thread, message);
        const shows = marked.value.flatMap(({ misconception, event }) =>
          event.type === 'evidence' && event.occasion === where.occasion && event.words === where.words ? [misconception] : [],
        );
        return { thread: thread.id, n: message.n, body: message.body, at: where.at, shows: [...new Set(shows)] };
      }),
  );
  return ok(own.sort((a, b) => b.at.localeCompare(a.at)));
}

/** Writes down that words of my own show a belief, or the opposite. Only mine: nobody marks what another person said. Twice is once. */
export async function markQuestion(journal: Journal, port: GrowthPort, { thread: id, n, misconception, holds }: MarkQuestion): Promise<Result<null, Problem>> {
  const threads = await port.listThreads();
  if (!threads.ok) return threads;
  const thread = threads.value.threads.find((one) => one.id === id);
  const message = thread?.messages.find((one) => one.n === n && one.author === threads.value.me);
  if (!thread || !message) return failed(problem('not-found', 'There are no such words of yours.', { next: 'Only what you wrote yourself can be marked.' }));
  const entry = loadCatalogue(journal).find(misconception);
  if (!entry) return failed(problem('not-found', `There is no misconception ${misconception} in the catalogue.`));
  return journal.write(() => {
    const context = journal.teamRounds.list().find(({ case: of }) => of === thread.case)?.content?.repository ?? '';
    const direction = holds ? 'for' : 'against';
    writeEvidence(journal, entry, { source: 'question', direction, context, transfer: false, ...toPlace(thread, message) });
    return null;
  });
}

const toPlace = ({ id, case: of, lesson }: Thread, { body, at }: Message): { occasion: string; words: string; at: string } => ({
  occasion: of ?? lesson ?? id,
  words: body.slice(0, MAX_WORDS),
  at: new Date(at).toISOString(),
});
