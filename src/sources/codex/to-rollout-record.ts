/** One line of a rollout as kind and payload. Before the envelope (mid-2025) lines were bare items after a first line about the session. */
import { toFields, toName } from '../fields.ts';

export interface RolloutRecord {
  /** "session_meta", "response_item/message", "event_msg/token_count"; '' where the value is no record. */
  readonly kind: string;
  readonly payload: unknown;
  readonly timestamp: unknown;
}

export function toRolloutRecord(value: unknown): RolloutRecord {
  const { type, payload, timestamp, record_type: recordType, id } = toFields(value);
  if (typeof type === 'string' && payload !== undefined) {
    const isOpen = type === 'response_item' || type === 'event_msg';
    return { kind: isOpen ? `${type}/${toName(toFields(payload)['type'])}` : type, payload, timestamp };
  }
  if (typeof type === 'string') return { kind: `response_item/${type}`, payload: value, timestamp };
  if (recordType === 'state') return { kind: 'world_state', payload: value, timestamp };
  if (typeof id === 'string' && timestamp !== undefined) return { kind: 'session_meta', payload: value, timestamp };
  return { kind: '', payload: undefined, timestamp: undefined };
}
