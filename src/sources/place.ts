/** Where an event stands, and its id: what a record gives to each event it tells. */
import type { SessionEvent } from '../model/event.ts';

export type Place = Pick<SessionEvent, 'id' | 'line' | 'at' | 'thread'>;
