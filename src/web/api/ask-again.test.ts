import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { askAgain } from './ask-again.ts';

const KEY = ['team', 'sign-offs'];
const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
afterEach(() => client.clear());

/** A server whose answers leave it when they are let go; each tells what stood there when it was asked. */
function createServer() {
  const server = { stands: 'before', asked: 0 };
  const { promise: first, resolve: letGo } = Promise.withResolvers<void>();
  const answer = async (): Promise<string> => {
    const seen = server.stands;
    server.asked += 1;
    if (server.asked === 1) await first;
    return seen;
  };
  return { server, answer, letGo };
}

describe('what changed is asked for again', () => {
  it('also where its first answer is still under way', async () => {
    const { server, answer, letGo } = createServer();
    const observer = new QueryObserver(client, { queryKey: KEY, queryFn: answer });
    const stop = observer.subscribe(() => undefined);
    server.stands = 'after';
    const done = askAgain(client, { queryKey: ['team'] });
    letGo();
    await done;
    expect(client.getQueryData(KEY)).toBe('after');
    expect(server.asked).toBe(2);
    stop();
  });

  it('once, where an answer stands', async () => {
    const { server, answer, letGo } = createServer();
    const observer = new QueryObserver(client, { queryKey: KEY, queryFn: answer });
    const stop = observer.subscribe(() => undefined);
    letGo();
    await client.refetchQueries({ queryKey: KEY });
    server.stands = 'after';
    const before = server.asked;
    await askAgain(client, { queryKey: KEY });
    expect(client.getQueryData(KEY)).toBe('after');
    expect(server.asked).toBe(before + 1);
    stop();
  });

  it('and leaves what does not match alone', async () => {
    client.setQueryData(['where'], 'here');
    await askAgain(client, { queryKey: KEY });
    expect(client.getQueryState(['where'])?.isInvalidated).toBe(false);
  });
});
