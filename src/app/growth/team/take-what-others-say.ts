import type { Journal } from '../../../journal/open-journal.ts';
import type { RatingList } from '../../../model/api/team/ratings.ts';
import type { ShownGrowthList } from '../../../model/api/team/shown-growth.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { ME } from '../../rounds/rounds-app.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import type { GrowthPort } from './growth-port.ts';

/**
 * Takes in what others told me: their ratings of my work beside my own, and that they contest a belief I showed them. A belief I showed
 * to nobody, nobody can contest. Twice is once.
 */
export async function takeWhatOthersSay(journal: Journal, port: GrowthPort): Promise<Result<null, Problem>> {
  const [ratings, shown, people] = await Promise.all([port.listRatings(), port.listShown(), port.listPeople()]);
  if (!ratings.ok) return ratings;
  if (!shown.ok) return shown;
  const nameById = new Map(people.ok ? people.value.map(({ id, name }): [string, string] => [id, name]) : []);
  const written = journal.write(() => {
    takeRatings(journal, ratings.value);
    takeContests(journal, shown.value, nameById);
  });
  return written.ok ? ok(null) : written;
}

/** Those about me. What I say of others is theirs to keep. */
function takeRatings(journal: Journal, { me, ratings }: RatingList): void {
  for (const { person, rater, activity, view, level, round, context, agentErrorCaught, note, at } of ratings) {
    if (person !== me) continue;
    const by = rater === me ? ME : rater;
    journal.ratings.add({ activity, person: ME, rater: by, view, level, case: round, context, agentErrorCaught, note, at: toInstant(at) });
  }
}

function takeContests(journal: Journal, { mine }: ShownGrowthList, nameById: ReadonlyMap<string, string>): void {
  const catalogue = loadCatalogue(journal);
  const known = new Set(journal.ledger.list().map(({ misconception, event }) => `${misconception} ${event.type} ${event.at}`));
  for (const { shown, contested, reader } of mine) {
    const misconception = shown.kind === 'belief' ? catalogue.find(shown.subject) : null;
    if (!misconception || !contested) continue;
    const at = toInstant(contested.at);
    if (known.has(`${misconception.id} contested ${at}`)) continue;
    const by = nameById.get(reader) ?? 'your partner';
    journal.ledger.add({ misconception: misconception.id, version: misconception.version, event: { type: 'contested', by, why: contested.why, at } });
  }
}

const toInstant = (at: string): string => new Date(at).toISOString();
