/** Follows every command from its call to its last result, also where it goes on running and is continued by later calls. */
import type { EventOf } from '../../../model/event.ts';
import type { Run } from '../facts.ts';
import { cutText, headOf, tailOf } from '../cut-text.ts';
import { readCommands, type ReadCommand } from '../shell/read-commands.ts';
import { isMasked } from './is-masked.ts';
import { settleRun } from './settle-run.ts';
import { findMainCommand, type MainCommand } from './main-command.ts';
import { readScope } from './read-scope.ts';

type Call = EventOf<'call'>;
type Result = EventOf<'result'>;

const LONGEST_COMMAND = 8000;
/** What is kept of each end of the output: rules look for words in the output of a failed run, and for whether a passed one said anything. */
const KEPT_OUTPUT = 2048;
const KEPT_OUTPUT_OF_PASSED = 256;
/** Output of a continued command is joined up to this length before it is judged. */
const LONGEST_OUTPUT = 40_000;

interface OpenRun {
  /** Among all runs. */
  readonly index: number;
  readonly call: Call;
  readonly command: string;
  readonly commands: readonly ReadCommand[];
  readonly main: MainCommand;
  readonly turn: number;
  readonly at: number | null;
  /** The last result without its text, which is in `output` until the run is closed. */
  result: Omit<Result, 'text'> | null;
  output: string;
  durationMs: number;
  timed: boolean;
}

export interface FinishedRun {
  readonly run: Run;
  readonly commands: readonly ReadCommand[];
  /** The whole output as far as it is kept for reading, for those who look for a commit's id. */
  readonly output: string;
}

export interface RunCollector {
  readonly begin: (call: Call, turn: number, at: number | null) => readonly ReadCommand[];
  /** True where the call continues a command that is still running. */
  readonly resume: (call: Call) => boolean;
  /** True where the result belongs to a command. */
  readonly settle: (result: Result) => boolean;
  readonly finish: () => Run[];
}

export function createRunCollector(onFinished: (finished: FinishedRun) => void): RunCollector {
  // In the order they began. A finished run lets go of what it was made from.
  const runs: (OpenRun | Run)[] = [];
  const openByCallId = new Map<string, OpenRun>();
  const openByHandle = new Map<string, OpenRun>();

  const close = (open: OpenRun): void => {
    const run = toRun(open);
    runs[open.index] = run;
    onFinished({ run, commands: open.commands, output: open.output });
    open.output = '';
  };

  return {
    begin(call, turn, at) {
      const action = call.action.type === 'run' ? call.action : { command: '' };
      const commands = readCommands(action.command);
      const open: OpenRun = {
        index: runs.length,
        call,
        command: action.command,
        commands,
        main: findMainCommand(commands),
        turn,
        at,
        result: null,
        output: '',
        durationMs: 0,
        timed: false,
      };
      runs.push(open);
      openByCallId.set(call.callId, open);
      return commands;
    },
    resume(call) {
      if (call.action.type !== 'continue') return false;
      const open = openByHandle.get(call.action.handle);
      if (open !== undefined) openByCallId.set(call.callId, open);
      return true;
    },
    settle(result) {
      const open = openByCallId.get(result.callId);
      if (open === undefined) return false;
      openByCallId.delete(result.callId);
      // A refused or failed attempt to look at a running command says nothing about the command.
      if (open.result !== null && result.callId !== open.call.callId && result.outcome === 'refused') return true;
      const { text, ...rest } = result;
      open.result = rest;
      open.output = joinOutput(open.output, text);
      if (result.durationMs !== undefined) {
        open.durationMs += result.durationMs;
        open.timed = true;
      }
      if (result.outcome === 'running') {
        if (result.handle !== undefined) openByHandle.set(result.handle, open);
      } else close(open);
      return true;
    },
    finish() {
      for (const run of runs) if (isOpen(run)) close(run);
      return runs.filter((run): run is Run => !isOpen(run));
    },
  };
}

const isOpen = (run: OpenRun | Run): run is OpenRun => 'output' in run;

function joinOutput(before: string, next: string): string {
  if (before === '') return next;
  return cutText(`${before}\n${next}`, LONGEST_OUTPUT);
}

function toRun({ call, command, commands, main, turn, at, result, output, durationMs, timed }: OpenRun): Run {
  const mainCommand = commands[main.index];
  const masked = isMasked(commands, main.index, command);
  const exitCode = result?.exitCode ?? null;
  const outcome = result?.outcome ?? null;
  const { scope, names } = readScope(main.class, mainCommand?.words ?? []);
  const settled = settleRun({ class: main.class, commands, masked, outcome, exitCode, output });
  return {
    seq: call.seq,
    line: call.line,
    turn,
    at,
    thread: call.thread,
    callId: call.callId,
    resultSeq: result?.seq ?? null,
    resultLine: result?.line ?? null,
    command: headOf(command, LONGEST_COMMAND),
    commands: commands.map(({ words, env, redirects, joinedBy, wrappers }) => ({ words, env, redirects, joinedBy, wrappers })),
    scope,
    scopeNames: names,
    outcome,
    exitCode,
    masked,
    ...settled,
    durationMs: timed ? durationMs : null,
    ...keepEnds(output, settled.status === 'passed' ? KEPT_OUTPUT_OF_PASSED : KEPT_OUTPUT),
  };
}

function keepEnds(output: string, length: number): Pick<Run, 'head' | 'tail'> {
  const head = headOf(output, length);
  return { head, tail: output.length <= length ? head : tailOf(output, length) };
}
