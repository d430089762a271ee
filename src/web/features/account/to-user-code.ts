/** The code a terminal shows, however it was typed off. */
export const toUserCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
