/** One step as the server-sent events of an OpenAI Responses answer. */
import type { FoundStep } from './find-step.ts';

export interface ResponseEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

type Item = { readonly type: string; readonly id: string; readonly [field: string]: unknown };

/** Roughly what a tokenizer would count for English and code. */
const CHARACTERS_PER_TOKEN = 4;
const toTokens = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN);

function toItems({ step, key }: FoundStep): Item[] {
  const items: Item[] = [];
  if (step.think) items.push({ type: 'reasoning', id: `rs_${key}`, summary: [{ type: 'summary_text', text: step.think.trim() }], encrypted_content: null });
  if (step.say)
    items.push({ type: 'message', id: `msg_${key}`, role: 'assistant', content: [{ type: 'output_text', text: step.say.trim(), annotations: [] }] });
  if (step.patch) items.push({ type: 'custom_tool_call', id: `ctc_${key}`, call_id: `call_${key}`, name: 'apply_patch', input: step.patch });
  const commands = step.run === undefined ? [] : [step.run].flat();
  for (const [i, cmd] of commands.entries()) {
    items.push({
      type: 'function_call',
      id: `fc_${key}_${i}`,
      call_id: `call_${key}_${i}`,
      name: 'exec_command',
      arguments: JSON.stringify({ cmd: cmd.trimEnd() }),
    });
  }
  return items;
}

const PIECE = /[\s\S]{1,24}/g;

/** @param requestText the request's body, from which its size in tokens is estimated */
export function* toResponseEvents(found: FoundStep, model: string, requestText: string): Generator<ResponseEvent> {
  const items = toItems(found);
  const response = { id: `resp_${found.key}`, object: 'response', created_at: 0, model };
  yield { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } };
  for (const [output_index, item] of items.entries()) {
    yield { type: 'response.output_item.added', output_index, item: { ...item, status: 'in_progress', ...(item.type === 'message' ? { content: [] } : {}) } };
    if (item.type === 'message') {
      for (const delta of found.step.say?.trim().match(PIECE) ?? [])
        yield { type: 'response.output_text.delta', item_id: item.id, output_index, content_index: 0, delta };
    }
    yield { type: 'response.output_item.done', output_index, item: { ...item, status: 'completed' } };
  }
  const input_tokens = toTokens(requestText);
  const output_tokens = toTokens(JSON.stringify(items));
  const reasoning_tokens = toTokens(found.step.think ?? '');
  const usage = {
    input_tokens,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens,
    output_tokens_details: { reasoning_tokens },
    total_tokens: input_tokens + output_tokens,
  };
  yield { type: 'response.completed', response: { ...response, status: 'completed', output: items.map((item) => ({ ...item, status: 'completed' })), usage } };
}
