/** Where this browser says that it is. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Places to choose from, `chosen` among them, which another browser may have known by another name. */
export const listZones = (chosen: string): readonly string[] => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])].toSorted();
