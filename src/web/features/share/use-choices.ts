import { useState } from 'react';
import type { ShareChoices, ShareRedaction } from '../../../model/api/share.ts';
import type { PairId } from '../../../model/team/ids.ts';
import type { ChosenForShare } from '../../api/share-queries.ts';

interface Kept {
  readonly id: string;
  /** What it was called when it was taken back. */
  readonly mark: string;
}

/** What an owner decides of a share, for as long as the page is open. */
export function useChoices() {
  const [pair, setPair] = useState<PairId>();
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [extent, setExtent] = useState<ShareChoices['tree']>('default');
  const [commit, setCommit] = useState('');
  const [folder, setFolder] = useState('');
  const choices: ChosenForShare = {
    ...(pair === undefined ? {} : { pair }),
    keep: kept.map(({ id }) => id),
    redact: [...chosen],
    tree: extent,
    ...(commit === '' || extent === 'none' ? {} : { commit }),
    ...(folder === '' || extent === 'none' ? {} : { folder }),
  };
  return {
    choices,
    pair,
    kept,
    chosen,
    extent,
    commit,
    folder,
    setPair,
    setExtent,
    setCommit,
    setFolder,
    keep: ({ id, mark }: ShareRedaction): void => setKept((all) => [...all.filter((one) => one.id !== id), { id, mark }]),
    unkeep: (id: string): void => setKept((all) => all.filter((one) => one.id !== id)),
    choose: (text: string): void => setChosen((all) => [...new Set([...all, text])]),
    unchoose: (text: string): void => setChosen((all) => all.filter((one) => one !== text)),
  };
}
