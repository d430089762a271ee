/**
 * The sessions that a repository keeps in Entire's refs. Every checkpoint stores the whole session so far: the same session in
 * many checkpoints, branches and layouts is one here, with the latest transcript. A sub-agent's is a session of its own.
 */
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { listRefs, type Ref } from '../../git/list-refs.ts';
import { listTree } from '../../git/list-tree.ts';
import { readObjects } from '../../git/read-objects.ts';
import { sizeObjects } from '../../git/size-objects.ts';
import { findEarlierCopies } from './find-earlier-copies.ts';
import { parseCheckpointMetadata, type CheckpointMetadata } from './checkpoint-metadata.ts';
import { parseCheckpointPlace, parseOwnRef, REF_PATTERNS, SHARED_REFS } from './parse-checkpoint-place.ts';

export interface EntireCheckpoint extends CheckpointMetadata {
  /** What a commit's `Entire-Checkpoint` trailer names. */
  readonly checkpoint: string;
}

export interface EntireSession {
  /** The agent's own id of the session; a sub-agent's after that of the session it worked for. */
  readonly nativeId: string;
  /** What its agent would name the transcript: a sub-agent's tells by it whose it is. */
  readonly fileName: string;
  /** Oldest first. */
  readonly checkpoints: readonly EntireCheckpoint[];
  /** Objects that hold the latest copy of the transcript that is here, in order; where none is, those of the latest; null where only metadata was kept. */
  readonly transcript: { readonly isCompact: boolean; readonly parts: readonly string[] } | null;
}

export interface EntireStore {
  /** Latest first. */
  readonly sessions: readonly EntireSession[];
  /** For a commit's trailer: the agents' own ids of the checkpoint's sessions. */
  readonly nativeIdsByCheckpoint: ReadonlyMap<string, readonly string[]>;
}

interface Slot {
  readonly checkpoint: string;
  readonly slot: string;
  /** What a sub-agent is called whose transcript it is. */
  agentId?: string;
  metadata?: string;
  /** Object by part. */
  raw: Map<number, string>;
  readonly compact: Map<number, string>;
}

/** Trees listed at the same time; a repository may have a ref for each of thousands of checkpoints. */
const AT_ONCE = 8;

/** Reads refs, trees and metadata only. Nothing is fetched: checkpoints kept elsewhere are not seen. */
export async function findEntireSessions(root: string): Promise<Result<EntireStore, Problem>> {
  const refs = await listRefs(root, REF_PATTERNS);
  if (!refs.ok) return refs;
  const slots = new Map<string, Slot>();
  const wanted = refs.value.filter(({ name }) => SHARED_REFS.test(name) || parseOwnRef(name) !== undefined);
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const listed = await Promise.all(wanted.slice(at, at + AT_ONCE).map((ref) => addSlots(root, ref, slots)));
    const missing = listed.find((result) => !result.ok);
    if (missing && !missing.ok) return missing;
  }
  if (slots.size === 0) return ok({ sessions: [], nativeIdsByCheckpoint: new Map() });
  const metadataByObject = new Map<string, CheckpointMetadata>();
  const objects = [...new Set([...slots.values()].flatMap(({ metadata }) => metadata ?? []))];
  const read = await readObjects(root, objects, (object, bytes) => {
    const metadata = bytes === null ? undefined : parseCheckpointMetadata(bytes);
    if (metadata) metadataByObject.set(object, metadata);
  });
  if (!read.ok) return read;
  const all = [...slots.values()];
  const here = await sizeObjects(root, [...new Set(all.flatMap(({ raw, compact }) => [...raw.values(), ...compact.values()]))]);
  if (!here.ok) return here;
  const lacking = all.filter((slot) => slot.raw.size > 0 && !isHere(slot.raw, here.value));
  const earlier = await findEarlierCopies(
    root,
    wanted.map(({ name }) => name).filter((name) => SHARED_REFS.test(name)),
    new Set(lacking.map(toKey)),
  );
  for (const slot of lacking) {
    const copy = earlier.get(toKey(slot));
    if (copy === undefined) continue;
    slot.raw = new Map([[0, copy]]);
    here.value.set(copy, 0);
  }
  return ok(toStore(all, metadataByObject, here.value));
}

async function addSlots(root: string, { name, commit }: Ref, slots: Map<string, Slot>): Promise<Result<null, Problem>> {
  const files = await listTree(root, commit);
  if (!files.ok) return files;
  const owner = parseOwnRef(name);
  for (const { path, object } of files.value) {
    const place = parseCheckpointPlace(path, owner);
    if (!place) continue;
    const key = toKey(place);
    const slot: Slot = slots.get(key) ?? { checkpoint: place.checkpoint, slot: place.slot, raw: new Map(), compact: new Map() };
    slots.set(key, slot);
    slot.agentId ??= place.agentId;
    // The first ref that holds a part is believed: a person's own branch comes before what was fetched.
    if (place.file === 'metadata') slot.metadata ??= object;
    else if (!slot[place.file].has(place.part)) slot[place.file].set(place.part, object);
  }
  return ok(null);
}

function toStore(slots: readonly Slot[], metadataByObject: ReadonlyMap<string, CheckpointMetadata>, here: ReadonlyMap<string, unknown>): EntireStore {
  const told = slots.flatMap((slot) => {
    const metadata = slot.metadata === undefined ? undefined : metadataByObject.get(slot.metadata);
    // A task of which only this is kept is told by the session it was given in.
    if (!metadata || (isTask(slot) && slot.agentId === undefined)) return [];
    return [{ slot, entry: { ...metadata, checkpoint: slot.checkpoint } }];
  });
  const createdAtByOwner = new Map(told.map(({ entry }) => [toOwner(entry), entry.createdAt]));
  const dated = told.map(({ slot, entry }) =>
    slot.agentId === undefined
      ? { slot, entry, fileName: `${entry.nativeId}.jsonl` }
      : {
          slot,
          entry: { ...entry, nativeId: `${entry.nativeId}/${slot.agentId}`, createdAt: createdAtByOwner.get(toOwner(entry)) ?? null },
          fileName: `agent-${slot.agentId}.jsonl`,
        },
  );
  dated.sort((a, b) => compare(a.entry.createdAt ?? '', b.entry.createdAt ?? '') || compare(a.entry.checkpoint, b.entry.checkpoint));
  const sessions = [...Map.groupBy(dated, ({ entry }) => entry.nativeId)].map(([nativeId, own]) => ({
    nativeId,
    fileName: own[0]?.fileName ?? '',
    checkpoints: own.map(({ entry }) => entry),
    transcript: findTranscript(
      own.map(({ slot }) => slot),
      here,
    ),
  }));
  const nativeIdsByCheckpoint = new Map<string, string[]>();
  for (const { entry } of dated) {
    const ids = nativeIdsByCheckpoint.get(entry.checkpoint) ?? [];
    if (!ids.includes(entry.nativeId)) nativeIdsByCheckpoint.set(entry.checkpoint, [...ids, entry.nativeId]);
  }
  return { sessions: sessions.toReversed(), nativeIdsByCheckpoint };
}

/** Of the latest checkpoint that has one here: a partial clone leaves big objects out. The agent's own transcript says more than Entire's short form of it. */
function findTranscript(slots: readonly Slot[], here: ReadonlyMap<string, unknown>): EntireSession['transcript'] {
  const raw = slots.filter((slot) => slot.raw.size > 0);
  const compact = slots.filter((slot) => slot.compact.size > 0);
  const rawHere = raw.findLast((slot) => isHere(slot.raw, here));
  const compactHere = compact.findLast((slot) => isHere(slot.compact, here));
  const chosenRaw = rawHere ?? (compactHere ? undefined : raw.at(-1));
  if (chosenRaw) return { isCompact: false, parts: toParts(chosenRaw.raw) };
  const chosen = compactHere ?? compact.at(-1);
  return chosen ? { isCompact: true, parts: toParts(chosen.compact) } : null;
}

const isHere = (parts: ReadonlyMap<number, string>, here: ReadonlyMap<string, unknown>): boolean => [...parts.values()].every((part) => here.has(part));
const isTask = ({ slot }: Slot): boolean => slot.startsWith('tasks/');
const toKey = ({ checkpoint, slot }: Pick<Slot, 'checkpoint' | 'slot'>): string => `${checkpoint}/${slot}`;
const toOwner = ({ checkpoint, nativeId }: EntireCheckpoint): string => `${checkpoint}/${nativeId}`;

const toParts = (objectByPart: ReadonlyMap<number, string>): string[] => [...objectByPart].sort(([a], [b]) => a - b).map(([, object]) => object);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
