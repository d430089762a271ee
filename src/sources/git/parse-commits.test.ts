import { array, assert, nat, property } from 'fast-check';
import { expect, it } from 'vitest';
import type { Commit } from '../../model/commit.ts';
import { createCommitParser } from './parse-commits.ts';

const PRINTED = `\u0001commit ${'a'.repeat(40)}\u0002${'b'.repeat(40)}\u00021772442000\u00021772442060\u0002Name the gardens\u0002Reviewed-by\u0004Ada\u0003Entire-Checkpoint\u00040a1b2c3d4e5f\u0002

diff --git a/my file.ts b/my file.ts
index 1..2 100644
--- a/my file.ts\t
+++ b/my file.ts\t
@@ -3 +3,3 @@ export const gardens = [
-  'pond',
+  'pond — größer',
+-- not a header
+++ nor this
@@ -9,2 +10,0 @@
-two
-three
diff --git a/old.ts b/new.ts
similarity index 90%
rename from old.ts
rename to new.ts
diff --git "a/tab\\there.ts" "b/tab\\there.ts"
new file mode 100644
--- /dev/null
+++ "b/tab\\there.ts"
@@ -0,0 +1 @@
+one
\\ No newline at end of file
\u0001commit ${'c'.repeat(40)}\u0002\u00021772442000\u00021772442000\u0002Begin\u0002\u0002
`;

function parse(pieces: readonly Buffer[]): Commit[] {
  const commits: Commit[] = [];
  const parser = createCommitParser((commit) => void commits.push(commit));
  for (const piece of pieces) parser.write(piece);
  parser.end();
  return commits;
}

const whole = parse([Buffer.from(PRINTED)]);

it('reads headers, trailers, hunks, renames and quoted paths', () => {
  expect(whole).toMatchObject([
    {
      parents: ['b'.repeat(40)],
      authorAt: 1772442000000,
      committedAt: 1772442060000,
      subject: 'Name the gardens',
      trailers: [
        { name: 'Reviewed-by', value: 'Ada' },
        { name: 'Entire-Checkpoint', value: '0a1b2c3d4e5f' },
      ],
      files: [
        {
          path: 'my file.ts',
          hunks: [
            { start: 3, added: ["  'pond — größer',", '-- not a header', '++ nor this'], removed: ["  'pond',"] },
            { start: 10, added: [], removed: ['two', 'three'] },
          ],
        },
        { path: 'new.ts', from: 'old.ts', hunks: [] },
        { path: 'tab\there.ts', hunks: [{ start: 1, added: ['one'] }] },
      ],
    },
    { parents: [], subject: 'Begin', files: [] },
  ]);
});

it('gives the same however the output is cut', () => {
  const bytes = Buffer.from(PRINTED);
  assert(
    property(array(nat({ max: bytes.length }), { maxLength: 20 }), (cuts) => {
      const ends = [...new Set([...cuts, bytes.length])].toSorted((a, b) => a - b);
      expect(parse(ends.map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end)))).toEqual(whole);
    }),
  );
});
