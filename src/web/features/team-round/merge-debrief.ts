/** A debrief that several people write at once, field by field: what each wrote alone is joined, what two wrote at once is asked about. */
import type { Debrief, DebriefDraft } from '../../../model/debrief.ts';

export const DEBRIEF_FIELDS = ['whatWasRight', 'changedMind', 'uncertainties', 'nextTime', 'generalRule'] as const satisfies readonly (keyof Debrief)[];
type Field = (typeof DEBRIEF_FIELDS)[number];

export interface SharedDraft {
  /** As it stands on my screen. */
  readonly mine: DebriefDraft;
  /** As the server last had it, as far as I know. */
  readonly base: DebriefDraft;
  readonly version: number;
  /** What somebody else wrote in fields that I changed, too; I have to choose. */
  readonly theirs: DebriefDraft;
  /** On its way to the server. */
  readonly sent: DebriefDraft | null;
}

export const beginShared = (draft: DebriefDraft, version: number): SharedDraft => ({ mine: draft, base: draft, version, theirs: {}, sent: null });

const textOf = (draft: DebriefDraft, field: Field): string => draft[field] ?? '';
const isSameDraft = (a: DebriefDraft, b: DebriefDraft): boolean => DEBRIEF_FIELDS.every((field) => textOf(a, field) === textOf(b, field));

/** Whether there is something of mine to save, and nothing that I have to choose first. */
export const isToBeSaved = ({ mine, base, theirs, sent }: SharedDraft): boolean =>
  sent === null && Object.keys(theirs).length === 0 && !isSameDraft(mine, base);

export const write = (shared: SharedDraft, part: DebriefDraft): SharedDraft => ({ ...shared, mine: { ...shared.mine, ...part } });

export const send = (shared: SharedDraft): SharedDraft => ({ ...shared, sent: shared.mine });

/** The server took what was sent. */
export const markSaved = (shared: SharedDraft, version: number): SharedDraft =>
  version <= shared.version ? { ...shared, sent: null } : { ...shared, base: shared.sent ?? shared.base, version, sent: null };

/** The server did not take it. */
export const markUnsaved = (shared: SharedDraft): SharedDraft => ({ ...shared, sent: null });

/** The draft as the server has it now. */
export function receive(shared: SharedDraft, draft: DebriefDraft, version: number): SharedDraft {
  if (version <= shared.version) return shared;
  // What I sent myself may be heard of before its own answer is here.
  const base = shared.sent && isSameDraft(shared.sent, draft) ? shared.sent : shared.base;
  const mine: Record<string, string> = { ...shared.mine };
  const theirs: Record<string, string> = {};
  for (const field of DEBRIEF_FIELDS) {
    const [own, before, now] = [textOf(shared.mine, field), textOf(base, field), textOf(draft, field)];
    if (now === own) continue;
    if (own === before) mine[field] = now;
    else if (now !== before || shared.theirs[field] !== undefined) theirs[field] = now;
  }
  return { mine, base: draft, version, theirs, sent: shared.sent };
}

/** I chose: mine stays and goes over theirs, or theirs takes its place. */
export function choose(shared: SharedDraft, field: Field, whose: 'mine' | 'theirs'): SharedDraft {
  const { [field]: text, ...theirs } = shared.theirs;
  return { ...shared, theirs, mine: whose === 'theirs' ? { ...shared.mine, [field]: text ?? '' } : shared.mine };
}
