import type { Me } from '../../../src/model/api/team/accounts.ts';
import type { Browser } from './create-browser.ts';

/** The body of a response that has to be a success: any, or the one of this status. */
export async function read<T>(response: Response, status?: number): Promise<T> {
  const text = await response.text();
  if (status === undefined ? !response.ok : response.status !== status) throw new Error(`${response.url} ${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export const whoIs = async (who: Browser): Promise<Me> => read(await who.get('/api/me'));
