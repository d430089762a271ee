import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname);

/** The address of a model, which may be reached only where nobody on the way can read along: by https, or on this machine. */
export function checkAddress(text: string): Result<URL, Problem> {
  const url = URL.parse(text);
  if (!url) return refuse('The second reader needs an address.', 'One such as https://api.example.com/v1.');
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return refuse('The address of the second reader holds more than a place.', 'Leave out names, passwords, "?" and "#": a key comes from the environment.');
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))) return ok(url);
  return refuse('What is sent to this address could be read on the way.', 'Use https, or http to this machine (127.0.0.1, localhost).');
}

// The address itself is not repeated: someone may have pasted a key into it.
const refuse = (what: string, next: string): Result<URL, Problem> => failed(problem('wrong-usage', what, { next }));
