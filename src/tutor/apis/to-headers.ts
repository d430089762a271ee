import type { TutorApi } from '../../model/tutor-apis.ts';

/** Version of the Messages API these requests are written for. */
const ANTHROPIC_VERSION = '2023-06-01';

/** @param key null for a server on this machine that asks for none */
export function toHeaders(api: TutorApi, key: string | null): Record<string, string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  if (api === 'anthropic') return { ...headers, 'anthropic-version': ANTHROPIC_VERSION, ...(key === null ? {} : { 'x-api-key': key }) };
  return key === null ? headers : { ...headers, authorization: `Bearer ${key}` };
}
