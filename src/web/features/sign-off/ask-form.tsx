import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { ACTIVITY_IDS, type ActivityId } from '../../../model/activity-names.ts';
import type { SignOffDraft } from '../../../model/api/team/sign-offs.ts';
import { LEVEL_NAMES, LEVELS, type Level } from '../../../model/entrustment-levels.ts';
import type { BeliefsFrom } from '../../../model/sign-off.ts';
import { peopleQuery } from '../../api/team/queries.ts';
import { signOffDraftQuery } from '../../api/team/sign-off-queries.ts';
import { useActivityWords } from '../../api/use-activity-words.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AskedLevel } from './asked-level.tsx';
import { ChooseBeliefsFrom } from './beliefs-from.tsx';
import { BeliefsToShow } from './beliefs-to-show.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { RefusalList } from './refusal-list.tsx';
import { useAskSignOff } from './use-sign-off-acts.ts';
import { useOpenBeliefs } from './use-open-beliefs.ts';

const SIGNED_LEVELS = LEVELS.filter((level) => level >= 2);

/** Activity, level, signer: every reason against it is said before anybody is asked. */
export function AskForm() {
  const [activity, setActivity] = useState<ActivityId>('E5');
  const [level, setLevel] = useState<Level>(3);
  const [signer, setSigner] = useState('');
  const draft = useQuery({ ...signOffDraftQuery(activity, level, signer), placeholderData: (before) => before });
  const people = useQuery(peopleQuery());
  const { nameOf } = useActivityWords();
  const id = useId();
  const mayNot: readonly string[] = draft.data?.mayNotSign ?? [];
  return (
    <div className="grid gap-4">
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-3">
        <Field id={`${id}-activity`} label="Activity">
          <select
            id={`${id}-activity`}
            className="field"
            value={activity}
            onChange={({ target }) => setActivity(ACTIVITY_IDS.find((one) => one === target.value) ?? 'E5')}
          >
            {ACTIVITY_IDS.map((one) => (
              <option key={one} value={one}>
                {one} {toVisibleText(nameOf(one))}
              </option>
            ))}
          </select>
        </Field>
        <Field id={`${id}-level`} label="Level">
          <select
            id={`${id}-level`}
            className="field"
            value={level}
            onChange={({ target }) => setLevel(LEVELS.find((one) => String(one) === target.value) ?? 3)}
          >
            {SIGNED_LEVELS.map((one) => (
              <option key={one} value={one}>
                {one} {LEVEL_NAMES[one]}
              </option>
            ))}
          </select>
        </Field>
        <Field id={`${id}-signer`} label="Who should sign">
          <select id={`${id}-signer`} className="field" value={signer} onChange={({ target }) => setSigner(target.value)}>
            <option value="">Choose somebody</option>
            {(people.data?.people ?? [])
              .filter((person) => !mayNot.includes(person.id))
              .map((person) => (
                <option key={person.id} value={person.id}>
                  {toVisibleText(person.name)}
                </option>
              ))}
          </select>
        </Field>
      </div>
      <p className="meta">Neither you nor anybody who was your preceptor can sign: they are not in the list.</p>
      {draft.isError && <FailureNotice thrown={draft.error} onRetry={() => void draft.refetch()} />}
      {draft.isPending && <Skeleton label="Looking at your ratings" heights={[90]} />}
      {draft.data && <Draft key={`${activity} ${level}`} draft={draft.data} activity={activity} level={level} signer={signer} />}
    </div>
  );
}

interface DraftProps {
  readonly draft: SignOffDraft;
  readonly activity: ActivityId;
  readonly level: Level;
  readonly signer: string;
}

function Draft({ draft, activity, level, signer }: DraftProps) {
  const { evidence, held, refusals } = draft;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const beliefs = useOpenBeliefs(activity, level);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const [beliefsFrom, setBeliefsFrom] = useState<BeliefsFrom>('word');
  const asking = useAskSignOff();
  const navigate = useNavigate();
  const chosen = evidence.filter(({ rating }) => !left.has(rating));
  const ask = (): void =>
    asking.mutate(
      {
        activity,
        level,
        signer: signer as never,
        beliefsFrom,
        ratings: chosen.map(({ rating }) => rating),
        shownBeliefs: beliefs
          .filter(({ misconception }) => shown.has(misconception))
          .map(({ misconception, state, contested }) => ({ misconception, state, contested })),
      },
      { onSuccess: ({ id }) => void navigate({ to: '/sign-offs/$id', params: { id } }) },
    );
  return (
    <>
      {evidence.length > 0 && (
        <>
          <p>What others said about your next case. All of them are asked whether they disagree, also where you leave their rating out.</p>
          <EvidenceList
            evidence={evidence}
            renderChoice={({ rating, raterName, context }) => (
              <label className="flex items-center gap-2">
                <input
                  type="checkbox"
                  checked={!left.has(rating)}
                  aria-label={`Take in what ${raterName} said of the case in ${context}`}
                  onChange={() => setLeft((before) => toggle(before, rating))}
                />
                <span aria-hidden="true">Take it in</span>
              </label>
            )}
          />
        </>
      )}
      {held.length > 0 && (
        <div className="grid gap-1">
          <p>What is not open yet is no evidence. It opens in its round, once you have said there how you see it yourself:</p>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {held.map(({ round, raterName }) => (
              <li key={`${round} ${raterName}`}>
                <ButtonLink to="/team/rounds/$id" params={{ id: round }}>
                  The round with {toVisibleText(raterName)}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      <AskedLevel asked={draft} level={level} />
      <ChooseBeliefsFrom activity={activity} level={level} from={beliefsFrom} onChoose={setBeliefsFrom} />
      <BeliefsToShow level={level} beliefs={beliefs} shown={shown} onToggle={(id) => setShown((before) => toggle(before, id))} />
      <RefusalList id="against" title="What speaks against it now" refusals={refusals} />
      <Button look="go" className="justify-self-start" disabled={asking.isPending || signer === '' || refusals.length > 0} onClick={ask}>
        {asking.isPending ? 'Asking…' : 'Ask for the sign-off'}
      </Button>
      {asking.isError && <FailureNotice thrown={asking.error} />}
    </>
  );
}

function toggle(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
