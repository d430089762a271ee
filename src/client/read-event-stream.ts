/** One server-sent event. `id` is the latest told so far, which a reader comes back with. */
export interface ServerSentEvent {
  readonly id: string | null;
  readonly name: string;
  readonly data: string;
}

const MAX_EVENT_LENGTH = 1024 * 1024;

/** The events of one response (WHATWG HTML, 9.2.6), as they come. Comments and `retry` are passed over. */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  let rest = '';
  let id: string | null = null;
  let name = 'message';
  let data: string[] = [];
  for await (const chunk of body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)) {
    rest += chunk;
    // A carriage return at the very end may be the first half of a line's end.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    if (rest.length > MAX_EVENT_LENGTH) throw new Error('A line of the event stream does not end.');
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) yield { id, name, data: data.join('\n') };
        name = 'message';
        data = [];
        continue;
      }
      const at = line.indexOf(':');
      const field = at === -1 ? line : line.slice(0, at);
      const value = at === -1 ? '' : line.slice(at + 1).replace(/^ /, '');
      if (field === 'data') data.push(value);
      else if (field === 'event') name = value;
      else if (field === 'id' && !value.includes('\0')) id = value;
    }
  }
}
