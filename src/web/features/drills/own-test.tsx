import type { NewDrillAnswer } from '../../../model/api/drills.ts';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../prove/code-editor.tsx';
import type { ProbeFramework } from '../prove/guess-framework.ts';
import { toTemplate } from '../prove/to-template.ts';

type OwnTest = NewDrillAnswer['test'];

const SCRIPTS = ['vitest', 'node:test', 'jest'] as const;

/** Which frameworks may be meant; none for a language whose tests do not lie beside the code. */
function listFrameworks(path: string): readonly ProbeFramework[] {
  if (/\.[cm]?[jt]sx?$/.test(path)) return SCRIPTS;
  if (path.endsWith('.py')) return ['pytest'];
  return path.endsWith('.go') ? ['go test'] : [];
}

/** A test of one's own: one that fails here and would pass without the bug settles the answer. */
export function OwnTestField({ path, test, onTest }: { path: string; test: OwnTest; onTest: (test: OwnTest) => void }) {
  const frameworks = listFrameworks(path);
  if (frameworks.length === 0) return null;
  if (test === null)
    return (
      <div className="grid gap-1.5">
        <p className="font-medium">A test of your own, if you like</p>
        <p className="meta -mt-1">One that fails here and passes with the fix decides in place of the lines.</p>
        <div className="flex flex-wrap gap-2">
          {frameworks.map((framework) => (
            <Button key={framework} onClick={() => onTest(toNamed(framework, path))}>
              Write it with {framework}
            </Button>
          ))}
        </div>
      </div>
    );
  return (
    <div className="grid gap-2">
      <CodeEditor id="own-test" label={`Your test, as ${test.name} beside the code`} value={test.code} onText={(code) => onTest({ ...test, code })} />
      <div>
        <Button look="quiet" onClick={() => onTest(null)}>
          Leave it out
        </Button>
      </div>
    </div>
  );
}

function toNamed(framework: ProbeFramework, path: string): NonNullable<OwnTest> {
  const template = toTemplate(framework, [path]);
  return { name: template.path.split('/').at(-1) ?? 'probe', code: template.code };
}

/** What stands there before anything is written says nothing, and is not sent. */
export const isUntouched = (path: string, { code }: NonNullable<OwnTest>): boolean =>
  listFrameworks(path).some((framework) => toNamed(framework, path).code === code);
