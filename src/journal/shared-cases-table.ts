import type { DatabaseSync } from 'node:sqlite';
import type { MomentId } from '../model/moment.ts';
import type { CaseId } from '../model/team/ids.ts';
import type { Pair } from '../model/team/pair.ts';

/** Where the code of a shared case comes from. Stays here: a commit may be named later in the session. */
export interface CodeSource {
  readonly root: string;
  readonly commit: string;
  /** Events whose edits were laid over the commit's files. */
  readonly edits: readonly string[];
}

/** What is known of a share beside its bytes. */
export interface ShareContent {
  /** Null where it is no moment that was shared. */
  readonly moment: MomentId | null;
  /** The comparison's id, or the range that was taken apart. */
  readonly of?: string;
  readonly tree: { readonly hash: string; readonly source: CodeSource } | null;
  readonly fix: { readonly hash: string; readonly source: CodeSource } | null;
  /** Places taken out, by kind; what the owner kept and added, by number only. */
  readonly redactions: Readonly<Record<string, number>>;
  readonly kept: number;
  readonly added: number;
}

export interface PreparedShare {
  readonly bytes: number;
  readonly host: string;
  readonly pair: Pair;
  readonly content: ShareContent;
}

/** One case that left this machine, or began to. */
export interface SharedCaseRow {
  readonly id: number;
  readonly digest: string;
  readonly bytes: number;
  readonly host: string;
  readonly pair: string;
  readonly people: string;
  readonly beganAt: string;
  /** Null where no answer came: it may have arrived or not. */
  readonly sentAt: string | null;
  readonly caseId: CaseId | null;
  readonly content: ShareContent | null;
  readonly forgetAskedAt: string | null;
  readonly forgottenAt: string | null;
}

const COLUMNS = `id, digest, bytes, host, pair, people, began_at AS beganAt, sent_at AS sentAt, case_id AS caseId, content,
  forget_asked_at AS forgetAskedAt, forgotten_at AS forgottenAt`;

const toRow = (row: Record<string, unknown>): SharedCaseRow =>
  ({ ...row, content: row['content'] === null ? null : JSON.parse(String(row['content'])) }) as unknown as SharedCaseRow;

/** Cases shared with other people. A row is written before its bytes leave, and never removed. */
export function createSharedCasesTable(db: DatabaseSync) {
  const savePreview = db.prepare('INSERT OR REPLACE INTO share_previews (digest, at, json) VALUES (?, ?, ?)');
  const selectPreview = db.prepare('SELECT json FROM share_previews WHERE digest = ?');
  const selectOldPreviews = db.prepare('SELECT digest FROM share_previews WHERE at < ?');
  const removePreview = db.prepare('DELETE FROM share_previews WHERE digest = ?');
  const insert = db.prepare('INSERT INTO shared_cases (digest, bytes, host, pair, people, began_at, content) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const settle = db.prepare('UPDATE shared_cases SET case_id = ?, sent_at = coalesce(sent_at, ?) WHERE id = ?');
  const selectByDigest = db.prepare(`SELECT ${COLUMNS} FROM shared_cases WHERE digest = ? AND forgotten_at IS NULL`);
  const selectByCase = db.prepare(`SELECT ${COLUMNS} FROM shared_cases WHERE substr(case_id, 1, length(?1)) = ?1 ORDER BY id LIMIT 2`);
  const selectById = db.prepare(`SELECT ${COLUMNS} FROM shared_cases WHERE id = ?`);
  const selectAll = db.prepare(`SELECT ${COLUMNS} FROM shared_cases ORDER BY id DESC`);
  const selectMoments = db.prepare(
    "SELECT DISTINCT json_extract(content, '$.moment') AS moment FROM shared_cases WHERE sent_at IS NOT NULL AND forgotten_at IS NULL AND json_extract(content, '$.moment') IS NOT NULL",
  );
  const countSince = db.prepare('SELECT count(*) AS n FROM shared_cases WHERE began_at >= ?');
  const selectForgetting = db.prepare(`SELECT ${COLUMNS} FROM shared_cases WHERE forget_asked_at IS NOT NULL AND forgotten_at IS NULL ORDER BY id`);
  const askToForget = db.prepare('UPDATE shared_cases SET forget_asked_at = coalesce(forget_asked_at, ?) WHERE id = ?');
  const forget = db.prepare('UPDATE shared_cases SET forgotten_at = ?, content = NULL WHERE id = ?');

  return {
    savePreview: (digest: string, at: string, prepared: PreparedShare): void => void savePreview.run(digest, at, JSON.stringify(prepared)),
    getPreview: (digest: string): PreparedShare | null => {
      const row = selectPreview.get(digest);
      return row ? (JSON.parse(String(row['json'])) as PreparedShare) : null;
    },
    /** Digests of previews made before the instant. */
    listPreviewsBefore: (at: string): string[] => selectOldPreviews.all(at).map((row) => String(row['digest'])),
    removePreview: (digest: string): void => void removePreview.run(digest),
    begin: (digest: string, at: string, { bytes, host, pair, content }: PreparedShare): number =>
      Number(insert.run(digest, bytes, host, pair.name, pair.people.map(({ name }) => name).join(', '), at, JSON.stringify(content)).lastInsertRowid),
    settle: (id: number, caseId: CaseId, at: string): void => void settle.run(caseId, at, id),
    /** The one with these bytes that was not forgotten. */
    findByDigest: (digest: string): SharedCaseRow | null => {
      const row = selectByDigest.get(digest);
      return row ? toRow(row) : null;
    },
    /** By the beginning of their case id: none, the one, or two where it is not enough to tell. */
    findByCase: (start: string): SharedCaseRow[] => selectByCase.all(start).map(toRow),
    get: (id: number): SharedCaseRow | null => {
      const row = selectById.get(id);
      return row ? toRow(row) : null;
    },
    /** The latest first. */
    list: (): SharedCaseRow[] => selectAll.all().map(toRow),
    /** Moments that other people have now. */
    listMoments: (): MomentId[] => selectMoments.all().map((row) => String(row['moment']) as MomentId),
    countSince: (at: string): number => Number(countSince.get(at)?.['n']),
    /** Asked to be forgotten, and not known to be. */
    listForgetting: (): SharedCaseRow[] => selectForgetting.all().map(toRow),
    askToForget: (id: number, at: string): void => void askToForget.run(at, id),
    forget: (id: number, at: string): void => void forget.run(at, id),
  };
}
