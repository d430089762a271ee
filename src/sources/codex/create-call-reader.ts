/** Joins a tool call with its patch and its output: the call, then the edits that really happened, then the result. */
import { toText } from '../fields.ts';
import type { NewEvent } from '../event-log.ts';
import type { Place } from './place.ts';
import { parsePatchEnvelope, type PatchEdit } from './parse-patch-envelope.ts';
import { readToolOutput } from './read-tool-output.ts';
import type { PayloadOf } from './records/record-schemas.ts';
import { toAction, toArguments, toCommandLine, toPatchText } from './to-action.ts';
import { toEdits } from './to-edits.ts';

export interface CallReader {
  readonly readCall: (callId: string, tool: string, namespace: string | undefined, input: unknown, place: Place) => void;
  readonly readOutput: (callId: string, output: unknown, place: Place) => void;
  readonly addPatch: (event: PayloadOf<'event_msg/patch_apply_end'>) => void;
  readonly addToolEnd: (event: PayloadOf<'event_msg/mcp_tool_call_end'>) => void;
  readonly hasOpenCall: () => boolean;
  /** Tells the patches whose calls got no output. */
  readonly finish: () => void;
}

interface OpenCall {
  readonly place: Place;
  /** The patch in the call itself, for where nothing says what was applied. */
  readonly wanted: readonly PatchEdit[];
  applied?: readonly PatchEdit[];
  isPatchFailed?: boolean;
  toolEnd?: { readonly isError: boolean; readonly durationMs: number | undefined };
}

export function createCallReader({ add }: { add: (event: NewEvent) => void }): CallReader {
  const openByCallId = new Map<string, OpenCall>();

  function tellEdits(callId: string, call: OpenCall, edits: readonly PatchEdit[], resultLine: number | undefined): void {
    for (const [index, edit] of edits.entries()) {
      add({ ...call.place, id: `${callId}#edit${index || ''}`, kind: 'edit', callId, resultLine, ...edit });
    }
  }

  return {
    readCall(callId, tool, namespace, input, place) {
      const action = toAction(tool, namespace, input);
      openByCallId.set(callId, { place, wanted: toWantedEdits(action.type, tool, input) });
      add({ ...place, id: callId, kind: 'call', callId, tool: namespace ? `${namespace}.${tool}` : tool, action });
    },
    readOutput(callId, output, place) {
      const call = openByCallId.get(callId);
      openByCallId.delete(callId);
      const result = readToolOutput(output);
      const isToolError = call?.toolEnd?.isError === true && result.outcome === 'ok';
      if (call) tellEdits(callId, call, call.applied ?? (result.outcome === 'ok' && !call.isPatchFailed ? call.wanted : []), place.line);
      add({
        ...place,
        id: `${callId}#result`,
        kind: 'result',
        callId,
        ...result,
        outcome: isToolError ? 'failed' : result.outcome,
        durationMs: call?.toolEnd?.durationMs ?? result.durationMs,
      });
    },
    addPatch({ call_id: callId, success, changes }) {
      const call = openByCallId.get(callId);
      if (!call) return;
      if (!success) call.isPatchFailed = true;
      // Where it does not say what changed, the patch of the call does.
      else if (changes) call.applied = [...(call.applied ?? []), ...toEdits(changes)];
    },
    addToolEnd({ call_id: callId, duration, result }) {
      const call = openByCallId.get(callId);
      if (!call) return;
      const isError = result?.Ok?.isError === true || (result?.Err !== undefined && result.Err !== null);
      call.toolEnd = { isError, durationMs: duration ? Math.round(duration.secs * 1000 + duration.nanos / 1e6) : undefined };
    },
    hasOpenCall: () => openByCallId.size > 0,
    finish() {
      for (const [callId, call] of openByCallId) tellEdits(callId, call, call.applied ?? [], undefined);
      openByCallId.clear();
    },
  };
}

function toWantedEdits(action: string, tool: string, input: unknown): PatchEdit[] {
  if (!toText(input).includes('*** Begin Patch')) return [];
  if (tool === 'apply_patch') return parsePatchEnvelope(toPatchText(input));
  if (action !== 'edit' && action !== 'run') return [];
  const args = toArguments(input);
  const command = toCommandLine(args['cmd'] ?? args['command']);
  return /\bapply_patch\b/.test(command) ? parsePatchEnvelope(toText(command)) : [];
}
