import { BASE62, type Random } from '../random.ts';

const WORDS = [
  'walrus',
  'Granite',
  'lantern',
  'Pickle',
  'thunder',
  'Biscuit',
  'orchid',
  'Saffron',
  'meadow',
  'Penguin',
  'cobalt',
  'Juniper',
  'velvet',
  'Monsoon',
  'pepper',
  'Hazelnut',
  'glacier',
  'Trombone',
  'willow',
  'Dragonfly',
  'harvest',
  'Marmalade',
  'compass',
  'Raccoon',
];

/** A password as people make them up: words, years, swapped letters, marks at the end. */
export function drawHumanPassword(random: Random, marks = '!@#$%&*?'): string {
  const word = (): string => random.pick(WORDS);
  const mark = (): string => random.draw(marks, 1);
  return random.pick([
    () => `${word()}${random.between(1970, 2026)}${mark()}`,
    () => `${word()}-${word().toLowerCase()}-${word().toLowerCase()}`,
    () => `${word().replace('a', '@').replace('e', '3').replace('o', '0')}_${random.between(10, 999)}`,
    () => `${mark()}${word()}${word()}${random.between(1, 99)}`,
    () => `${random.draw(BASE62, 3)}${word()}${mark()}${random.draw('0123456789', 2)}`,
  ])();
}

/** A password as a password manager or a terraform `random_password` makes it. */
export const drawMachinePassword = (random: Random, marks = '!#%&*-_=+?'): string => random.draw(BASE62 + marks, random.between(14, 32));

/** Either of the two, in marks that need no quoting in shells, addresses and configuration files. */
export const drawPlainPassword = (random: Random): string =>
  random.next() < 0.5 ? drawHumanPassword(random, '!._-') : random.draw(`${BASE62}-_.`, random.between(12, 28));
