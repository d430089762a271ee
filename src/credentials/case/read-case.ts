import { frameworkSchema, type Framework } from '../../model/framework.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { casePackageSchema, type CasePackage } from './case-schema.ts';

/** As many as a person mends at once. */
const NAMED = 8;

export interface ReadFramework {
  readonly framework: Framework;
  /** What was left out, in words. */
  readonly notes: readonly string[];
}

/** Takes a CFPackage of anybody's. `bad-input` names each place that does not fit by its path. */
export function readCase(given: unknown): Result<ReadFramework, Problem> {
  const parsed = casePackageSchema.safeParse(given);
  if (!parsed.success) return refuse(parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.') || 'The file'}: ${message}`));
  const broken = listBroken(parsed.data);
  if (broken.length > 0) return refuse(broken);
  const { CFDocument: document, CFItems: items = [], CFAssociations: associations = [] } = parsed.data;
  const known = new Set(items.map(({ identifier }) => identifier));
  const children = associations.filter(({ associationType }) => associationType === 'isChildOf');
  const parents = new Set(children.map(({ destinationNodeURI }) => destinationNodeURI.identifier).filter((id) => known.has(id)));
  const placeById = new Map(children.map(({ originNodeURI, sequenceNumber }) => [originNodeURI.identifier, sequenceNumber ?? Number.MAX_SAFE_INTEGER]));
  const leaves = items.filter(({ identifier }) => !parents.has(identifier));
  if (leaves.length === 0) return refuse(['CFItems: There is no item in it that is not a group of others.']);
  const rubricById = readLevels(parsed.data);
  const framework = frameworkSchema.safeParse({
    id: document.identifier,
    title: document.title,
    creator: document.creator,
    version: document.version ?? null,
    description: document.description ?? null,
    changedAt: document.lastChangeDateTime,
    activities: leaves
      .map(({ identifier, humanCodingScheme, fullStatement }) => ({
        id: identifier,
        code: humanCodingScheme ?? null,
        name: fullStatement,
        levels: rubricById.get(identifier) ?? [],
      }))
      // Sorting is stable: items of different groups that share a number keep the order of the file.
      .sort((a, b) => (placeById.get(a.id) ?? Number.MAX_SAFE_INTEGER) - (placeById.get(b.id) ?? Number.MAX_SAFE_INTEGER)),
  });
  if (!framework.success) return refuse(framework.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`));
  return ok({ framework: framework.data, notes: listNotes(framework.data, { groups: parents.size, relations: associations.length - children.length }) });
}

type Levels = Framework['activities'][number]['levels'];

/** Levels of the first criterion that is about an item, in their positions. */
function readLevels({ CFRubrics = [] }: CasePackage): Map<string, Levels> {
  const levelsById = new Map<string, Levels>();
  for (const { CFItemURI, CFRubricCriterionLevels = [] } of CFRubrics.flatMap(({ CFRubricCriteria = [] }) => CFRubricCriteria)) {
    if (!CFItemURI || levelsById.has(CFItemURI.identifier)) continue;
    const ordered = CFRubricCriterionLevels.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
    levelsById.set(
      CFItemURI.identifier,
      ordered.map(({ identifier, score, quality = '', description = '' }, index) => ({
        id: identifier,
        level: score ?? index + 1,
        name: quality,
        text: description,
      })),
    );
  }
  return levelsById;
}

/** What fits its place but not the rest of the file. */
function listBroken({ CFDocument, CFItems = [], CFAssociations = [], CFRubrics = [] }: CasePackage): string[] {
  const ids = CFItems.map(({ identifier }) => identifier);
  const known = new Set([...ids, CFDocument.identifier]);
  const twice = ids.flatMap((id, index) => (ids.indexOf(id) < index ? [`CFItems.${index}.identifier: There is an item ${id} already.`] : []));
  const away = CFAssociations.flatMap(({ associationType, originNodeURI, destinationNodeURI }, index) =>
    associationType !== 'isChildOf'
      ? []
      : [originNodeURI, destinationNodeURI]
          .filter(({ identifier }) => !known.has(identifier))
          .map(({ identifier }) => `CFAssociations.${index}: There is no item ${identifier}.`),
  );
  const about = CFRubrics.flatMap(({ CFRubricCriteria = [] }, rubric) =>
    CFRubricCriteria.flatMap(({ CFItemURI }, index) =>
      CFItemURI && !known.has(CFItemURI.identifier) ? [`CFRubrics.${rubric}.CFRubricCriteria.${index}: There is no item ${CFItemURI.identifier}.`] : [],
    ),
  );
  return [...twice, ...away, ...about];
}

function listNotes({ activities }: Framework, { groups, relations }: { groups: number; relations: number }): string[] {
  const bare = activities.filter(({ levels }) => levels.length === 0).length;
  return [
    ...(groups > 0 ? [`${groups} of its items only group others and were left out.`] : []),
    ...(relations > 0 ? [`${relations} of its associations are no isChildOf and were left out.`] : []),
    ...(bare > 0 ? [`${bare} of its items have no levels in a rubric.`] : []),
  ];
}

function refuse(found: readonly string[]): Result<never, Problem> {
  const more = found.length > NAMED ? ` And ${found.length - NAMED} more.` : '';
  return failed(
    problem('bad-input', 'This is no CASE package that can be used.', {
      why: `${found.slice(0, NAMED).join(' ')}${more}`,
      next: 'Correct the file and import it again; nothing was changed.',
    }),
  );
}
