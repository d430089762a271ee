import { useId, type ReactNode } from 'react';
import type { PortfolioChoice, PortfolioMaterial } from '../../../model/portfolio.ts';
import { formatCount } from '../../text/format-amount.ts';
import { TextArea } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Plain } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { listPractised, toggle } from './choose.ts';

interface TicksProps {
  readonly material: PortfolioMaterial;
  readonly choice: PortfolioChoice;
  readonly onChoice: (choice: PortfolioChoice) => void;
}

/** Each thing that could be in it, with a tick of its own. */
export function PortfolioTicks({ material, choice, onChoice }: TicksProps) {
  const id = useId();
  const now = useNow();
  const change = (changed: Partial<PortfolioChoice>): void => onChoice({ ...choice, ...changed });
  const closed = material.year.rounds.reduce((sum, { rounds }) => sum + rounds, 0);
  return (
    <div className="grid gap-4">
      <TextInput id={`${id}-name`} label="Your name, as you want it to stand there" value={choice.name} maxLength={200} onText={(name) => change({ name })} />
      <TextArea id={`${id}-about`} label="A few words at its beginning" value={choice.about} maxLength={4000} onText={(about) => change({ about })} />
      <Part title="Signed off">
        {material.signedLevels.map(({ id: one, activity, name, level, signer, expiresAt }) => (
          <div key={one} className="flex flex-wrap items-baseline gap-x-3">
            <Tick ticked={choice.signedLevels.includes(one)} onTick={() => change({ signedLevels: toggle(choice.signedLevels, one) })}>
              {activity} <Plain>{name}</Plain>, level {level}, signed by {signer}, until {expiresAt.slice(0, 10)}
            </Tick>
            {now.toISOString() < expiresAt && (
              <a href={`/api/team/credentials/sign-offs/${one}`} download={`credential-${activity}.json`}>
                Save the credential of {activity}
              </a>
            )}
          </div>
        ))}
      </Part>
      <Part title="Activities, with the rules kept from their rounds">
        {listPractised(material).map(({ activity, name, rounds }) => (
          <Tick key={activity} ticked={choice.activities.includes(activity)} onTick={() => change({ activities: toggle(choice.activities, activity) })}>
            {activity} {name}, {formatCount(rounds.length, 'round')}
          </Tick>
        ))}
      </Part>
      <Part title="The whole">
        <Tick ticked={choice.year} onTick={() => change({ year: !choice.year })}>
          The year: {formatCount(closed, 'closed round')}, {formatCount(material.year.checkIns.length, 'meeting')},{' '}
          {formatCount(material.year.projects.length, 'project')}
        </Tick>
        <Tick ticked={choice.calibration} onTick={() => change({ calibration: !choice.calibration })}>
          Calibration: {formatCount(material.calibration.n, 'settled statement')}
        </Tick>
      </Part>
      <Part title="Rules kept">
        {material.lessons.map(({ id: one, rule }) => (
          <Tick key={one} ticked={choice.lessons.includes(one)} onTick={() => change({ lessons: toggle(choice.lessons, one) })}>
            {rule}
          </Tick>
        ))}
      </Part>
      <Part title="Beliefs you looked at">
        {material.beliefs.map(({ id: one, belief, state }) => (
          <Tick key={one} ticked={choice.beliefs.includes(one)} onTick={() => change({ beliefs: toggle(choice.beliefs, one) })}>
            {belief} <span className="text-ink-2">({state})</span>
          </Tick>
        ))}
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const isEmpty = Array.isArray(children) && children.length === 0;
  return (
    <fieldset className="grid gap-1.5 border-t border-line pt-3">
      <legend className="float-left w-full pb-1.5 font-medium">{title}</legend>
      {isEmpty ? <p className="meta">None yet.</p> : children}
    </fieldset>
  );
}

function Tick({ ticked, onTick, children }: { ticked: boolean; onTick: () => void; children: ReactNode }) {
  return (
    <label className="flex items-baseline gap-2 [overflow-wrap:anywhere]">
      <input type="checkbox" className="translate-y-0.5" checked={ticked} onChange={onTick} />
      <span>{children}</span>
    </label>
  );
}
