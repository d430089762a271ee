import type { Random } from '../random.ts';

const TEAMS = ['ledger', 'parcels', 'kiosk', 'tides', 'almanac', 'foundry', 'atlas', 'beacon'];
const PARTS = ['api', 'db', 'cache', 'auth', 'queue', 'mail', 'search', 'gateway'];

export const drawTeam = (random: Random): string => random.pick(TEAMS);

/** A host inside somebody's network. */
export const drawHost = (random: Random): string =>
  random.pick([
    `${random.pick(PARTS)}-${random.between(1, 9)}.${drawTeam(random)}.internal`,
    `10.${random.below(256)}.${random.below(256)}.${random.between(2, 254)}`,
    `${random.pick(PARTS)}.${drawTeam(random)}.corp`,
    'localhost',
    `${drawTeam(random)}-${random.pick(PARTS)}`,
  ]);

export const drawUser = (random: Random): string =>
  random.pick(['svc_app', 'admin', 'deploy', 'mvasquez', 'root', 'reporting', 'j.okafor', 'ci-bot', 'postgres']);

/** A clock time of a log line, UTC. */
export const drawLogTime = (random: Random): string => {
  const two = (limit: number): string => String(random.below(limit)).padStart(2, '0');
  return `2026-0${random.between(1, 9)}-1${random.below(10)}T${two(24)}:${two(60)}:${two(60)}.${random.draw('0123456789', 3)}Z`;
};
