import type { DatabaseSync } from 'node:sqlite';

/** Small named values, as JSON. */
export function createSettingsTable(db: DatabaseSync) {
  const select = db.prepare('SELECT json FROM settings WHERE name = ?');
  const selectAll = db.prepare('SELECT name, json FROM settings ORDER BY name');
  const save = db.prepare('INSERT OR REPLACE INTO settings (name, json) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM settings WHERE name = ?');

  return {
    get: (name: string): unknown => {
      const row = select.get(name);
      return row ? (JSON.parse(String(row['json'])) as unknown) : undefined;
    },
    list: (): { name: string; json: string }[] => selectAll.all() as unknown as { name: string; json: string }[],
    set: (name: string, value: unknown): void => void save.run(name, JSON.stringify(value)),
    remove: (name: string): void => void remove.run(name),
  };
}
