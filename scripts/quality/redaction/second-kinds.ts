/** A second set, written in another session by someone who had not seen the rules, the first kinds or their figures. */
import type { LookAlikeKind } from './look-alike-kind.ts';
import { createDraw, type Draw } from './second-kinds/draw.ts';
import { IN_ANY_SHAPE } from './second-kinds/in-any-shape.ts';
import { IN_THEIR_PLACES } from './second-kinds/in-their-places.ts';
import { HARMLESS } from './second-kinds/look-alikes.ts';
import type { Random } from './random.ts';
import type { SecretKind } from './secret-kind.ts';

const LINES = [
  'Let me check the configuration first.',
  '$ ls -la',
  'total 48',
  'Done.',
  'src/index.ts',
  'Now I will run the tests.',
  '> app@1.0.0 build',
  'ok 12 - works',
  '',
];
const between = (draw: Draw, text: string): string => `${draw.pick(LINES)}\n${text}\n${draw.pick(LINES)}`;
const toDraw = (random: Random): Draw => createDraw(random.below(2 ** 31));

/** Every text stands between ordinary lines, a third of them with a look-alike above it. */
export const SECOND_KINDS: readonly SecretKind[] = Object.entries({ ...IN_THEIR_PLACES, ...IN_ANY_SHAPE }).map(([name, mark]) => ({
  name,
  plant: (random) => {
    const draw = toDraw(random);
    const planting = mark(draw);
    if (planting.texts.length > 1) return planting;
    const above = draw.below(3) === 0 ? `${draw.pick(Object.values(HARMLESS))(draw)}\n\n` : '';
    return { ...planting, texts: [between(draw, above + planting.texts.join(''))] };
  },
}));

export const SECOND_LOOK_ALIKES: readonly LookAlikeKind[] = Object.entries(HARMLESS).map(([name, write]) => ({
  name,
  plant: (random) => {
    const draw = toDraw(random);
    const text = between(draw, write(draw));
    return { text, kept: [text] };
  },
}));
