import { PROGRAM, type CodeLanguage } from '../code-language.ts';
import { toFound, type CodeNode, type CodePattern, type Found, type SgNode } from '../code-pattern.ts';
import { ancestorsInFunction, argumentsOf, findByLanguage, findInLines, isLoop } from '../syntax.ts';

const languages: readonly CodeLanguage[] = [...PROGRAM, 'shell'];

/** A fixed wait. `loop` where it stands inside a loop (polling, backoff), `fixed` where its length is a plain number. */
export const sleep: CodePattern = {
  id: 'sleep',
  languages,
  sides: 'both',
  prefilter: /[sS]leep|setTimeout|\bdelay\(|\bwait\(|waitForTimeout|Task\.Delay|time\.After/,
  find: (code) =>
    code.language === 'shell'
      ? findInLines(/^\s*sleep\s+(\d+)/, (match) => ({ duration: match[1] ?? '', loop: '', fixed: 'yes' }))(code)
      : findByLanguage({
          *script({ nodes }) {
            for (const found of nodes(['await_expression'], {
              regex: '^await\\s+(?:new Promise\\b|(?:\\w+[.])*(?:sleep|delay|wait|setTimeout|waitForTimeout|pause)\\()',
            })) {
              const awaited = found.node.namedChildren()[0];
              if (!awaited) continue;
              const duration = awaited.kind() === 'new_expression' ? promisedTimeout(awaited) : waitOf(awaited);
              if (duration) yield toSleep(found, duration);
            }
          },
          *python({ nodes }) {
            for (const found of nodes(['call'], { regex: '^(?:time\\.|asyncio\\.|anyio\\.|trio\\.)?sleep\\(' })) {
              const [duration] = argumentsOf(found.node);
              if (duration && duration.text() !== '0') yield toSleep(found, duration);
            }
          },
          *go({ nodes }) {
            for (const found of nodes(['call_expression'], { regex: '^time\\.Sleep\\(' })) {
              const [duration] = argumentsOf(found.node);
              if (duration) yield toSleep(found, duration);
            }
          },
          braced: findInLines(
            /\b(?:Thread\.sleep|Thread\.Sleep|thread::sleep|time::sleep|Task\.Delay|TimeUnit\.\w+\.sleep|usleep|nanosleep|sleep|sleep_for)\s*\(([^)]*)/,
            (match) => ({
              duration: match[1] ?? '',
              loop: '',
              fixed: /\d/.test(match[1] ?? '') ? 'yes' : '',
            }),
          ),
        })(code),
};

/** The time of `new Promise((r) => setTimeout(r, time))` and nothing else. */
function promisedTimeout(promise: SgNode): SgNode | null {
  if (
    !/^new Promise(?:<[^>]*>)?\(\s*(?:\(?\s*\w+(?::[^)]*)?\s*\)?|function\s*\w*\(\w+\))\s*(?:=>)?\s*\{?\s*(?:return\s+)?(?:void\s+)?(?:globalThis\.|window\.)?setTimeout\(\s*\w+\s*,/.test(
      promise.text(),
    )
  )
    return null;
  const [timer] = promise.findAll({ rule: { kind: 'call_expression', regex: '^(?:globalThis\\.|window\\.)?setTimeout\\(' } });
  return (timer && argumentsOf(timer)[1]) ?? null;
}

function waitOf(call: SgNode): SgNode | null {
  if (call.kind() !== 'call_expression') return null;
  const [first, second] = argumentsOf(call);
  // A wait with a condition or a target is not a fixed one.
  return first && (!second || second.kind() === 'object') && /^[\w.\s*+/()-]+$/.test(first.text()) ? first : null;
}

function toSleep(found: CodeNode, duration: SgNode): Found {
  const text = duration.text();
  return toFound(found, {
    duration: text,
    loop: ancestorsInFunction(found.node).some(isLoop) ? 'yes' : '',
    fixed: /\d/.test(text) && !/[a-z]\w*\s*[*+]|[*+]\s*[a-z]\w*\b(?!\.(?:Milli|Second))/.test(text.replace(/time\.\w+/g, '')) ? 'yes' : '',
  });
}
