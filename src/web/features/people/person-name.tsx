import { Plain } from '../../ui/text.tsx';

/** Teal is always the reader, amber the other person; the letter says it without colour. */
export function PersonName({ name, isMe }: { name: string; isMe: boolean }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <Avatar name={name} isMe={isMe} />
      <span className="[overflow-wrap:anywhere]">{isMe ? 'You' : <Plain>{name}</Plain>}</span>
    </span>
  );
}

export function Avatar({ name, isMe }: { name: string; isMe: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`grid size-6 shrink-0 place-items-center rounded-full text-[0.6875rem] font-semibold ${isMe ? 'bg-accent-wash text-accent' : 'bg-warn-wash text-warn'}`}
    >
      {[...name.trim()][0]?.toUpperCase() ?? '?'}
    </span>
  );
}
