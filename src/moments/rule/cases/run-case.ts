import { createFactsBuilder } from '../../facts/create-facts-builder.ts';
import type { ReadCode } from '../../facts/facts.ts';
import type { SessionFacts } from '../../facts/facts.ts';
import type { Candidate, Rule } from '../rule.ts';
import { toSteps, type FoundCase, type SilentCase } from './case-file.ts';
import { toSessionEvents, toStepNumber } from './to-session-events.ts';

/** How a case came out: the first two are as they should be. */
export type CaseOutcome = 'Validated' | 'Reported' | 'Noisy' | 'Missing';

/** Facts of a case, made by the same builder that reads real sessions. */
export function toFacts(scene: SilentCase, readCode?: ReadCode): SessionFacts {
  const { events, session } = toSessionEvents(toSteps(scene), scene.agent);
  const builder = createFactsBuilder({ agent: scene.agent, file: 'case.jsonl', ...(readCode ? { readCode } : {}) });
  for (const event of events) builder.add(event);
  return builder.finish(session);
}

export function runSilentCase(rule: Rule, scene: SilentCase, readCode?: ReadCode): CaseOutcome {
  const [first] = rule.find(toFacts(scene, readCode));
  return first ? 'Noisy' : 'Validated';
}

export function runFoundCase(rule: Rule, scene: FoundCase, readCode?: ReadCode): CaseOutcome {
  const found = [...rule.find(toFacts(scene, readCode))];
  if (scene.count !== undefined && found.length > scene.count) return 'Noisy';
  if (found.length < (scene.count ?? 1)) return 'Missing';
  return found.some((candidate) => isExpected(candidate, scene)) ? 'Reported' : 'Missing';
}

function isExpected({ decision, hindsight = [] }: Candidate, scene: FoundCase): boolean {
  const from = toStepNumber(decision.from.line);
  const to = toStepNumber((decision.to ?? decision.from).line);
  if (scene.at !== undefined && (scene.at < from || scene.at > to)) return false;
  return scene.hindsight === undefined || hindsight.some(({ place }) => toStepNumber(place.line) === scene.hindsight);
}
