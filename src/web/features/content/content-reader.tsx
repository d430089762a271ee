import { listFieldChanges, toContentFields, type ContentFields } from '../../../model/team/content-fields.ts';
import type { Cohort } from '../../../model/team/cohort.ts';
import type { ProgrammeContent } from '../../../model/team/programme-content.ts';
import { Plain } from '../../ui/text.tsx';
import { Section } from '../settings/section.tsx';
import { ChangeList } from './change-list.tsx';
import { ContentHistory } from './content-history.tsx';

/** For everybody but its lead: what the cohort changed of what comes with Rounds, and who did. */
export function ContentReader({ cohort, content, standard }: { cohort: Cohort; content: ProgrammeContent; standard: ContentFields }) {
  const fields = toContentFields(content);
  const changes = listFieldChanges(standard, fields);
  return (
    <>
      <p className="text-ink-2">
        <Plain>
          {cohort.endedAt === null ? `${cohort.lead.name} leads this cohort and changes it.` : 'This cohort has ended: what it worked with stays as it is.'}
        </Plain>
      </p>
      <Section id="content-own" title="What this cohort changed of what comes with Rounds">
        {changes.length === 0 ? (
          <p className="text-ink-2">Nothing.</p>
        ) : (
          <ChangeList changes={changes} fields={{ ...standard, ...fields }} was="With Rounds" is="Here" />
        )}
      </Section>
      <Section id="content-history" title="Versions">
        <ContentHistory cohort={cohort.id} now={fields} standard={standard} version={content.version} onBringBack={null} isBusy={false} />
      </Section>
    </>
  );
}
