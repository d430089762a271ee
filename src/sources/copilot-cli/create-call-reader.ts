/** Joins what the model asked for, its start and its end: the call, then the edits that really happened, then the result. */
import type { Action, CallOutcome } from '../../model/event.ts';
import { cutProse } from '../cut-text.ts';
import type { NewEvent } from '../event-log.ts';
import { readToolOutput, toAnswer } from './read-tool-output.ts';
import type { DataOf } from './records/record-schemas.ts';
import type { ToolComplete } from './records/tool-execution.ts';
import type { EditChange } from './to-edits.ts';

/** Where a record stands. */
export interface Place {
  readonly line: number;
  readonly at: string | null;
  readonly thread: string;
}

/** The tools of one program that writes these records. */
export interface ToolDialect {
  readonly toAction: (tool: string, input: unknown) => Action;
  readonly toEdits: (tool: string, input: unknown, diff: string | undefined) => readonly EditChange[];
}

export interface CallReader {
  /** From a message's request, or from a start without one; told once. */
  readonly readCall: (callId: string, tool: string, input: unknown, place: Place) => void;
  readonly readPermission: (answer: DataOf<'permission.completed'>) => void;
  readonly readComplete: (complete: ToolComplete, place: Place) => void;
  readonly hasOpenCall: () => boolean;
  /** The turn was stopped: what is open now may still end, and is no longer what the agent is doing. */
  readonly stopAll: () => void;
}

interface OpenCall {
  readonly place: Place;
  readonly tool: string;
  readonly action: Action['type'];
  /** Kept only for editing calls. */
  readonly input: unknown;
  isStopped?: boolean;
  refusal?: { readonly feedback: string | undefined };
}

export function createCallReader({ add, dialect }: { add: (event: NewEvent) => void; dialect: ToolDialect }): CallReader {
  const openByCallId = new Map<string, OpenCall>();
  const toldCallIds = new Set<string>();

  return {
    readCall(callId, tool, input, place) {
      if (toldCallIds.has(callId)) return;
      toldCallIds.add(callId);
      const action = dialect.toAction(tool, input);
      openByCallId.set(callId, { place, tool, action: action.type, input: action.type === 'edit' ? input : undefined });
      add({ ...place, id: callId, kind: 'call', callId, tool, action });
    },
    readPermission({ toolCallId, result }) {
      const call = toolCallId ? openByCallId.get(toolCallId) : undefined;
      if (call && result.kind.startsWith('denied')) call.refusal = { feedback: result.feedback ? cutProse(result.feedback) : undefined };
    },
    readComplete(complete, place) {
      const callId = complete.toolCallId;
      const call = openByCallId.get(callId);
      openByCallId.delete(callId);
      const output = readToolOutput(complete);
      const outcome: CallOutcome = call?.refusal && output.outcome === 'failed' ? 'refused' : output.outcome;
      if (call?.action === 'edit' && outcome === 'ok') {
        for (const [index, edit] of dialect.toEdits(call.tool, call.input, complete.result?.detailedContent ?? undefined).entries())
          add({ ...call.place, id: `${callId}#edit${index || ''}`, kind: 'edit', callId, resultLine: place.line, ...edit });
      }
      const humanText = call?.action === 'ask' ? toAnswer(output.text) : (output.humanText ?? call?.refusal?.feedback);
      add({ ...place, id: `${callId}#result`, kind: 'result', callId, ...output, outcome, humanText });
    },
    hasOpenCall: () => [...openByCallId.values()].some((call) => !call.isStopped),
    stopAll() {
      for (const call of openByCallId.values()) call.isStopped = true;
    },
  };
}
