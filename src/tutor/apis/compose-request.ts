import type { Prompt } from '../write-prompt.ts';
import type { TutorApi } from '../../model/tutor-apis.ts';

export interface ComposedRequest {
  readonly url: string;
  /** Exactly what is sent. */
  readonly body: string;
  /** For a server that knows none of the options: the same messages without them. */
  readonly plainBody: string | null;
}

const MAX_TOKENS = 1000;

/** The request of a prompt, the same bytes for the same words. */
export function composeRequest(api: TutorApi, url: URL, model: string, { system, user }: Prompt): ComposedRequest {
  if (api === 'anthropic')
    return {
      url: join(url, 'v1/messages', 'messages'),
      body: toBytes({ model, max_tokens: MAX_TOKENS, temperature: 0, system, messages: [{ role: 'user', content: user }] }),
      plainBody: toBytes({ model, max_tokens: MAX_TOKENS, system, messages: [{ role: 'user', content: user }] }),
    };
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
  return {
    url: join(url, 'chat/completions', 'completions'),
    body: toBytes({ model, messages, temperature: 0, max_tokens: MAX_TOKENS, response_format: { type: 'json_object' } }),
    plainBody: toBytes({ model, messages }),
  };
}

/** An address may be given with or without the end that its API prescribes. */
function join(url: URL, path: string, end: string): string {
  const base = url.href.replace(/\/+$/, '');
  if (base.endsWith(`/${end}`)) return base;
  return `${base}/${base.endsWith('/v1') ? path.replace(/^v1\//, '') : path}`;
}

/** JSON of ASCII only: what a preview shows on a terminal are the very bytes that are sent. */
function toBytes(value: unknown): string {
  // oxlint-disable-next-line no-control-regex -- DEL acts on terminals too
  return JSON.stringify(value, null, 1).replaceAll(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
