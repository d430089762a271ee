import type { HandOverFact } from '../../../model/team/programme.ts';
import { Plain } from '../../ui/text.tsx';

/** What the next preceptor has to know. */
export function HandOverNote({ note }: { note: NonNullable<HandOverFact['note']> }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[11rem_1fr] [&_dt]:heading">
      <dt>What was done and learned</dt>
      <dd className="whitespace-pre-wrap">
        <Plain>{note.summary}</Plain>
      </dd>
      <dt>What is next</dt>
      <dd className="whitespace-pre-wrap">
        <Plain>{note.focus}</Plain>
      </dd>
      {note.openProjects.length > 0 && (
        <>
          <dt>Open projects</dt>
          <dd>
            <Plain>{note.openProjects.join(', ')}</Plain>
          </dd>
        </>
      )}
    </dl>
  );
}
