/** Reading values whose shape an agent's tool decides, so no schema of ours does. */
export type Fields = Readonly<Record<string, unknown>>;

export const toFields = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {});

export const toText = (value: unknown): string => (typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value));

/** For the name of a record's kind. An object may have a `toString` that is no function, so it is never asked. */
export const toName = (value: unknown): string => (typeof value === 'object' && value !== null ? 'object' : String(value));

export const toOptionalText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
