/** An expected failure is a value. Bugs throw. */
export type Result<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: F };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const failed = <F>(problem: F): { readonly ok: false; readonly problem: F } => ({ ok: false, problem });
