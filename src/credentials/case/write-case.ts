import type { Framework } from '../../model/framework.ts';
import { toStableUuid } from '../stable-id.ts';
import type { CasePackage } from './case-schema.ts';

type Activity = Framework['activities'][number];

/** A framework as a CFPackage. Nothing of it is left out: `readCase` gives the same back. Its addresses are names, not places on a network. */
export function writeCase(framework: Framework): CasePackage {
  const { id, title, creator, version, description, changedAt, activities } = framework;
  const document = toLink(id, title);
  return {
    CFDocument: {
      identifier: id,
      uri: toUri(id),
      creator,
      title,
      lastChangeDateTime: changedAt,
      caseVersion: '1.1',
      adoptionStatus: 'Draft',
      language: 'en',
      CFPackageURI: toLink(toStableUuid('package', id), title),
      ...(version === null ? {} : { version }),
      ...(description === null ? {} : { description }),
    },
    CFItems: activities.map(({ id: item, code, name }) => ({
      identifier: item,
      uri: toUri(item),
      fullStatement: name,
      ...(code === null ? {} : { humanCodingScheme: code }),
      CFItemType: 'Activity',
      language: 'en',
      CFDocumentURI: document,
      lastChangeDateTime: changedAt,
    })),
    CFAssociations: activities.map(({ id: item, name }, index) => {
      const own = toStableUuid('association', id, item);
      return {
        identifier: own,
        uri: toUri(own),
        associationType: 'isChildOf',
        originNodeURI: toLink(item, name),
        destinationNodeURI: document,
        sequenceNumber: index + 1,
        CFDocumentURI: document,
        lastChangeDateTime: changedAt,
      };
    }),
    CFRubrics: activities.filter(({ levels }) => levels.length > 0).map((activity) => toRubric(activity, framework)),
  };
}

function toRubric({ id: item, name, levels }: Activity, { id, changedAt }: Framework) {
  const rubric = toStableUuid('rubric', id, item);
  const criterion = toStableUuid('criterion', id, item);
  return {
    identifier: rubric,
    uri: toUri(rubric),
    title: name,
    lastChangeDateTime: changedAt,
    CFRubricCriteria: [
      {
        identifier: criterion,
        uri: toUri(criterion),
        CFItemURI: toLink(item, name),
        position: 1,
        rubricId: rubric,
        lastChangeDateTime: changedAt,
        CFRubricCriterionLevels: levels.map(({ id: own, level, name: quality, text }, index) => ({
          identifier: own,
          uri: toUri(own),
          quality,
          description: text,
          score: level,
          position: index + 1,
          rubricCriterionId: criterion,
          lastChangeDateTime: changedAt,
        })),
      },
    ],
  };
}

const toUri = (id: string): string => `urn:uuid:${id}`;
const toLink = (identifier: string, title: string) => ({ title, identifier, uri: toUri(identifier) });
