import { expect, test } from 'vitest';
import { createTurnDiffs } from './turn-diffs.ts';

const PATCH = 'Index: boxes.txt\n--- boxes.txt\n+++ boxes.txt\n@@ -1,2 +1,2 @@\n one\n-two\n+three\n';
const AFTER = 'one\nthree\n';

function beginTurn(...diffs: readonly object[]) {
  const turn = createTurnDiffs();
  turn.begin({ diffs });
  return turn;
}

test('a file that one call wrote anew has the turn’s diff', () => {
  expect(beginTurn({ file: 'boxes.txt', patch: PATCH }).findWrite('/home/ada/birdhouse/boxes.txt', AFTER)?.hunks[0]?.lines).toEqual([' one', '-two', '+three']);
});

test('where the turn keeps whole files, the old one is known', () => {
  expect(beginTurn({ file: 'boxes.txt', before: 'one\n', after: AFTER }).findWrite('C:\\birdhouse\\boxes.txt', AFTER)).toMatchObject({ before: 'one\n' });
});

test('a diff that is not this call’s alone, or of another file, is not taken', () => {
  const turn = beginTurn({ file: 'boxes.txt', patch: PATCH });
  expect(turn.findWrite('/home/ada/birdhouse/boxes.txt', 'one\nfour\n')).toBeUndefined();
  expect(turn.findWrite('/home/ada/birdhouse/lunchboxes.txt', AFTER)).toBeUndefined();
  turn.addEdit('/home/ada/birdhouse/boxes.txt');
  expect(turn.findWrite('/home/ada/birdhouse/boxes.txt', AFTER)).toBeUndefined();
  turn.begin(undefined);
  expect(turn.findWrite('/home/ada/birdhouse/boxes.txt', AFTER)).toBeUndefined();
});
