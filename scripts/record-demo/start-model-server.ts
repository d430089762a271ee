/**
 * The scripted model: a loopback server that speaks the part of the OpenAI Responses API that Codex uses.
 * The scenario is named by the path (`/<scenario>/v1/responses`), the step is derived from the request. Nothing is kept.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { findStep, type InputItem } from './find-step.ts';
import type { Scenario } from './scenario.ts';
import { toResponseEvents } from './to-response-events.ts';

export interface ModelServer {
  readonly port: number;
  /** Requests no scenario had a step for; a good recording has none. */
  readonly unanswered: readonly string[];
  readonly close: () => void;
}

export async function startModelServer(scenarios: readonly Scenario[]): Promise<ModelServer> {
  const unanswered: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, scenarioId, ...rest] = (request.url ?? '').split('/');
    const scenario = scenarios.find(({ id }) => id === scenarioId);
    const body = await text(request);
    const refuse = (status: number, message: string): void => {
      unanswered.push(`${request.method} ${request.url}: ${message}`);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message } }));
    };
    if (!scenario || rest.join('/') !== 'v1/responses') return refuse(404, 'no such scenario or route');
    const { input, model } = JSON.parse(body) as { input: InputItem[]; model: string };
    // {{cwd}} lets a scenario name an absolute path without knowing where it is recorded.
    const cwd = /<cwd>([^<]+)<\/cwd>/.exec(JSON.stringify(input))?.[1] ?? '';
    const found = findStep(scenario, input);
    if (!found) return refuse(400, `scenario ${scenario.id} has no step for this request`);
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    let sequence_number = 0;
    for (const event of toResponseEvents(found, model, body)) {
      const data = JSON.stringify({ ...event, sequence_number: sequence_number++ }).replaceAll('{{cwd}}', cwd);
      response.write(`event: ${event.type}\ndata: ${data}\n\n`);
    }
    response.end();
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      unanswered.push(`${request.url}: ${String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the model server has no port');
  return { port: address.port, unanswered, close: () => server.close() };
}
