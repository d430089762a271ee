import { sendTo } from '../server/start-test-server.ts';

/** As much of a browser as accounts need: it keeps cookies by host, says where its pages come from, and follows redirects when asked. */
export interface Browser {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly post: (path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly put: (path: string, body: unknown) => Promise<Response>;
  readonly delete: (path: string) => Promise<Response>;
  /** Opens an address as a person does who follows a link, and goes where it leads; to `isEnd` it no longer goes. */
  readonly open: (
    address: string,
    form?: Readonly<Record<string, string>>,
    isEnd?: (url: URL) => boolean,
  ) => Promise<{ url: string; status: number; body: string }>;
  readonly cookies: () => string;
}

const MAX_REDIRECTS = 12;

export function createBrowser(origin: string): Browser {
  const jars = new Map<string, Map<string, string>>();
  const send = async (address: string, { headers, ...init }: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> => {
    const url = new URL(address, origin);
    const response = await fetch(url, { redirect: 'manual', ...init, headers: { ...cookieHeader(url), ...headers } });
    for (const cookie of response.headers.getSetCookie()) keep(url, cookie);
    return response;
  };
  const change = (method: string, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    send(path, {
      method,
      headers: { origin, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  return {
    get: (path, headers) => send(path, { headers: { ...headers } }),
    post: (path, body, headers) => change('POST', path, body, headers),
    put: (path, body) => change('PUT', path, body),
    delete: (path) => change('DELETE', path, undefined),
    cookies: () => cookieHeader(new URL(origin)).cookie ?? '',
    async open(address, form, isEnd = () => false) {
      let url = new URL(address, origin);
      let body = form && new URLSearchParams(form).toString();
      for (let hops = 0; hops < MAX_REDIRECTS; hops += 1) {
        // Not with fetch, which says of itself that it is no page.
        const answered = await sendTo(Number(url.port), {
          method: body === undefined ? 'GET' : 'POST',
          path: url.pathname + url.search,
          headers: {
            ...cookieHeader(url),
            'sec-fetch-site': 'cross-site',
            'sec-fetch-mode': 'navigate',
            'sec-fetch-dest': 'document',
            ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', origin: url.origin }),
          },
          body,
        });
        for (const cookie of [answered.headers['set-cookie'] ?? []].flat()) keep(url, cookie);
        const location = answered.headers['location'];
        if (typeof location !== 'string' || answered.status < 300 || answered.status > 399)
          return { url: url.href, status: answered.status, body: answered.body };
        url = new URL(location, url);
        if (isEnd(url)) return { url: url.href, status: answered.status, body: '' };
        body = undefined;
      }
      throw new Error(`more than ${MAX_REDIRECTS} redirects, the last to ${url.href}`);
    },
  };

  function cookieHeader(url: URL): { cookie?: string } {
    const jar = jars.get(url.host);
    return jar && jar.size > 0 ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {};
  }

  function keep(url: URL, cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const jar = jars.get(url.host) ?? new Map<string, string>();
    const isGone = attributes.some((attribute) => /^max-age=0$/i.test(attribute) || /^expires=thu, 01 jan 1970/i.test(attribute)) || at === pair.length - 1;
    if (isGone) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
    jars.set(url.host, jar);
  }
}
