import { useCallback, useRef, useState } from 'react';
import type { JudgementDraft } from '../../../model/judgement.ts';
import { toJudgementDraft } from './to-judgement-draft.ts';

/** Which browser storage: the real one, or one of a test. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const toKey = (person: string, round: string): string => `rounds.judgement.${person}.${round}`;

/** What was written before, as far as it still fits; nothing where storage is closed or somebody wrote other things there. */
export function readLocalDraft(storage: DraftStorage, person: string, round: string): JudgementDraft {
  try {
    const kept = storage.getItem(toKey(person, round));
    return kept === null ? {} : toJudgementDraft(JSON.parse(kept));
  } catch {
    return {};
  }
}

interface LocalDraft {
  readonly draft: JudgementDraft;
  readonly change: (part: Partial<JudgementDraft>) => void;
  readonly changeWith: (make: (draft: JudgementDraft) => Partial<JudgementDraft>) => void;
  /** False where this browser keeps nothing: closing the page would lose it. */
  readonly isKept: boolean;
  readonly forget: () => void;
}

/** A judgement while it is written: in this browser and nowhere else, until it is sealed. */
export function useLocalDraft(person: string, round: string): LocalDraft {
  const [draft, setDraft] = useState(() => readLocalDraft(localStorage, person, round));
  const [isKept, setKept] = useState(true);
  const latest = useRef(draft);
  const changeWith = useCallback(
    (make: (draft: JudgementDraft) => Partial<JudgementDraft>): void => {
      latest.current = { ...latest.current, ...make(latest.current) };
      setDraft(latest.current);
      try {
        localStorage.setItem(toKey(person, round), JSON.stringify(latest.current));
        setKept(true);
      } catch {
        setKept(false);
      }
    },
    [person, round],
  );
  const change = useCallback((part: Partial<JudgementDraft>): void => changeWith(() => part), [changeWith]);
  const forget = useCallback((): void => {
    try {
      localStorage.removeItem(toKey(person, round));
    } catch {
      // Storage is closed in this browser, so nothing was kept.
    }
  }, [person, round]);
  return { draft, change, changeWith, isKept, forget };
}
