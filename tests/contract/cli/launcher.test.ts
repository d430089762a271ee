import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';

const launcher = readFileSync(join(import.meta.dirname, '../../../bin/rounds.js'), 'utf8').replace(/^#!.*/, '');

/** Runs the launcher as that Node would, up to where it hands over. */
function launchOn(version: string): { said: string; code: number | null; required: string[] } {
  const seen = { said: '', code: null as number | null, required: [] as string[] };
  const context = createContext({
    process: { versions: { node: version }, stderr: { write: (text: string) => void (seen.said += text) }, exit: (code: number) => void (seen.code = code) },
    require: (name: string) => void seen.required.push(name),
  });
  runInContext(launcher, context);
  return seen;
}

test.each(['0.10.48', '8.17.0', '18.20.0', '20.20.2', '22.17.1'])('on Node %s it says one clear sentence, and loads nothing', (version) => {
  const { said, code, required } = launchOn(version);
  expect(said).toMatch(new RegExp(`^Rounds needs Node 22\\.18 or newer, and this is Node ${version.replaceAll('.', '\\.')}[^\n]*\n$`));
  expect({ code, required }).toEqual({ code: 2, required: [] });
});

test.each(['22.18.0', '22.23.2', '24.21.0', '26.0.0'])('on Node %s it starts', (version) => {
  expect(launchOn(version)).toEqual({ said: '', code: null, required: ['./start.js'] });
});

test('it is written in the JavaScript of ten years ago', () => {
  expect(launcher).not.toMatch(/=>|`|\b(?:const|let|class|import|await)\b|\?\./);
});
