/** A language model as a script has it: a real server on this machine that answers with what it is told, and keeps what it was sent. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Reply = (response: ServerResponse, received: Received) => void;

export interface ScriptedModel {
  /** As it is written in the settings. */
  readonly url: string;
  readonly received: readonly Received[];
  /** What is answered next, in this order; nothing is answered beyond. */
  readonly plan: (...replies: readonly Reply[]) => void;
  readonly stop: () => Promise<void>;
}

export const say =
  (content: string): Reply =>
  (response) =>
    void response.setHeader('content-type', 'application/json').end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));

export const sayAsAnthropic =
  (text: string): Reply =>
  (response) =>
    void response.setHeader('content-type', 'application/json').end(JSON.stringify({ content: [{ type: 'text', text }] }));

export const fail =
  (status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Reply =>
  (response) =>
    void response.writeHead(status, headers).end(body);

/** Takes the request and never answers. */
export const keepSilent: Reply = () => {};

export async function startScriptedModel(): Promise<ScriptedModel> {
  const received: Received[] = [];
  let replies: Reply[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces).toString('utf8') };
      received.push(one);
      const reply = replies.shift();
      if (reply) reply(response, one);
      else response.writeHead(410).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    received,
    plan: (...next) => {
      received.length = 0;
      replies = [...next];
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
