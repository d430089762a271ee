/** Reading values whose shape an agent's tool decides, so no schema of ours does. */
export type Fields = Readonly<Record<string, unknown>>;

export const toFields = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {});

export const toText = (value: unknown): string => (typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value));

export const toOptionalText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
