import type { App } from '../../app/app.ts';
import { chooseOwnRound, findOwnRound } from '../../app/take-part/choose-own-round.ts';
import { chooseTeamRound, findMyTeam } from '../../app/take-part/choose-team-round.ts';
import { openOwnDoor } from '../../app/take-part/open-own-door.ts';
import { openTeamDoor } from '../../app/take-part/open-team-door.ts';
import type { RoundDoor } from '../../app/take-part/round-door.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import type { Command, CommandContext } from '../command.ts';
import { toInterruptedCode } from '../exit-codes.ts';
import { reportProblem } from '../report-problem.ts';
import { createConversation } from '../round/create-conversation.ts';
import { playAnswers, readAnswers } from '../round/play-answers.ts';
import { playRound } from '../round/play-round.ts';
import { toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly team?: boolean;
  readonly json?: boolean;
  readonly answer?: string;
}

const EXAMPLE = `
Without an id it is today's first moment; a moment begins a round alone, a round goes on where it stands. You see the case as it
was, say what you would do, why, and how likely one statement is, and seal it once. Only then it opens: what happened next. Leaving
with Ctrl-C loses nothing.

With --team, or the id of one, it is a round with others on your team's server: it opens for all at once, when everyone has
answered. What you have not sealed stays on this machine.

For scripts, --json prints the round as you may see it now (null where none waits), and --answer takes { "judgement": { … } or "pass", "debrief": { … } }.

Example:
  rounds start
  rounds start m_1a2b
  rounds start --team
  rounds start m_1a2b --json
  rounds start m_1a2b --answer answers.json --json`;

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('[id]', 'of a moment or a round, or enough of its beginning')
      .option('--team', 'a round with others: the first that waits for you')
      .option('--json', 'print the round as JSON, and ask nothing')
      .option('--answer <file>', 'take the answers from a JSON file, and ask nothing')
      .addHelpText('after', EXAMPLE)
      .action((id: string | undefined, options: Options) => withApp(context, (app) => start(app, id, options, context)));
  },
};

async function start(app: App, id: string | undefined, { team, json, answer }: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const asks = answer === undefined && !json;
  if (asks && !terminal.isInteractive) return reportProblem(context, needsTerminal());
  const answers = answer === undefined ? ok({}) : readAnswers(answer);
  if (!answers.ok) return reportProblem(context, answers.problem);
  const door = await openDoor(app, id, team === true);
  if (!door.ok) return reportProblem(context, door.problem);
  if (door.value === null) {
    if (json) return terminal.print('null');
    return terminal.tell(
      team ? 'No round for two waits for you. Share a moment, and call one.' : 'Done for today: no moment waits. See "rounds moments" for others.',
    );
  }
  if (asks) return play(door.value, context);
  const done = await playAnswers(door.value, answers.value);
  if (!done.ok) return reportProblem(context, done.problem);
  if (json) terminal.print(toSafeJson(done.value));
  else terminal.print(`${done.value.id} is ${done.value.state}.`);
}

/** Null where nothing waits. */
async function openDoor(app: App, id: string | undefined, isTeam: boolean): Promise<Result<RoundDoor | null, Problem>> {
  const own = id?.startsWith('r_') && !isTeam ? findOwnRound(app, id) : null;
  if (own) return ok(openOwnDoor(app, own));
  if (isTeam || id?.startsWith('r_')) {
    const client = findMyTeam(app.journal.home);
    if (!client.ok) return client;
    const round = await chooseTeamRound(client.value, id);
    return round.ok ? ok(round.value && openTeamDoor(app, client.value, round.value)) : round;
  }
  const chosen = chooseOwnRound(app, id);
  return chosen.ok ? ok(chosen.value && openOwnDoor(app, chosen.value)) : chosen;
}

async function play(door: RoundDoor, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const conversation = createConversation({ input: process.stdin, output: process.stdout });
  const played = await playRound({ door, conversation, terminal }).finally(() => conversation.close());
  if (!played.ok) return reportProblem(context, played.problem);
  if (!played.value.wasLeft) return;
  terminal.print();
  terminal.tell('Left. What you wrote is kept: "rounds start" goes on from there.');
  context.exitWith(toInterruptedCode('SIGINT'));
}

const needsTerminal = (): Problem =>
  problem('wrong-usage', 'A round asks questions, and there is no terminal to ask them in.', {
    next: 'Use --json to print the case, and --answer FILE to answer it.',
  });
