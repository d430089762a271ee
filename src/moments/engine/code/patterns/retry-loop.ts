import { findBlocks } from '../braced-blocks.ts';
import { findBracedLoops } from '../braced-loops.ts';
import { toFound, type CodePattern, type SgNode } from '../code-pattern.ts';
import { findByLanguage, statementsOf } from '../syntax.ts';

const RETRY_WORDS = /attempt|retr(?:y|ies)|tries|\btry_?(?:count|num)|backoff/i;

/** A loop that tries the same thing again after any error whatever: transient and permanent faults look the same to it. */
export const retryLoop: CodePattern = {
  id: 'retry-loop',
  languages: ['ts', 'tsx', 'js', 'python', 'java', 'csharp', 'c', 'cpp'],
  sides: 'added',
  prefilter: /\b(?:catch|except)\b/,
  alongside: /\b(?:for|while|do)\b/,
  find: findByLanguage({
    *script(code) {
      for (const found of code.nodes(['for_statement', 'while_statement', 'do_statement'], { regex: 'try\\s*\\{' })) {
        if (!code.changed.includes(found.start)) continue;
        const handlers = loopTries(found.node, 'try_statement').flatMap((node) => node.field('handler') ?? []);
        const handler = handlers.find((node) => !/\bthrow\b|\breturn\b|\bif\s*\(/.test(node.text()));
        if (handler && isRetry(found.node)) yield { ...toFound(found), captures: { handler: handler.text() } };
      }
    },
    *python(code) {
      for (const found of code.nodes(['for_statement', 'while_statement'], { regex: 'try:' })) {
        if (!code.changed.includes(found.start)) continue;
        const handlers = loopTries(found.node, 'try_statement').flatMap((node) => node.children().filter((child) => child.kind() === 'except_clause'));
        const handler = handlers.find(
          (node) => /^except(?:\s+(?:Base)?Exception\b[^:]*)?:/.test(node.text()) && !/\braise\b|\breturn\b|\bif\b/.test(node.text()),
        );
        if (handler && isRetry(found.node)) yield { ...toFound(found), captures: { handler: handler.text() } };
      }
    },
    *braced(code) {
      for (const { head, body, start, end } of findBracedLoops(code)) {
        if (!code.meets(start, start) || !/^\s*try\s*\{/.test(body) || !RETRY_WORDS.test(head) || !/\bbreak\b|\breturn\b/.test(body)) continue;
        const handlers = [...findBlocks(code, BROAD_CATCH)].filter((block) => block.start >= start && block.end <= end);
        const handler = handlers.find((block) => !/\bthrow\b|\breturn\b|\bif\b|\bbreak\b/.test(block.body));
        if (handler)
          yield {
            start,
            end,
            text: code.lines
              .slice(start, end + 1)
              .join('\n')
              .trim(),
            captures: { handler: handler.rawBody.trim() },
          };
      }
    },
  }),
};

const BROAD_CATCH = /\bcatch\s*(?:\((?:[^(){}]{0,200}\b(?:Exception|Throwable|exception)\b[^(){}]{0,60}|\s*\.\.\.\s*)\))?\s*\{/g;

const loopTries = (loop: SgNode, kind: string): SgNode[] => statementsOf(loop.field('body')).filter((node) => node.kind() === kind);

/** Leaves the loop on success: told by a break or return in the tried block, and by the words or a bounded count. */
function isRetry(loop: SgNode): boolean {
  const text = loop.text();
  const head = text.split('\n', 1)[0] ?? '';
  return /\bbreak\b|\breturn\b/.test(text) && (RETRY_WORDS.test(head) || (/\brange\(|<=?\s*\d/.test(head) && /sleep|setTimeout|delay|wait/i.test(text)));
}
