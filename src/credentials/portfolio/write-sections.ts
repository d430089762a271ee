import { LEVEL_NAMES } from '../../model/entrustment-levels.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import { html, type Html } from './html.ts';

type Part<Name extends keyof Portfolio> = NonNullable<Portfolio[Name]>;

/** Who signed is named, since they signed. What expired is said to have. */
export function writeSignedLevels(levels: Part<'signedLevels'>, now: string): Html {
  return html`<h2 id="signed">Signed off</h2>
    <div class="wide">
      <table>
        <caption>
          By somebody who is not the daily preceptor
        </caption>
        <thead>
          <tr>
            <th scope="col">Activity</th>
            <th scope="col">Level</th>
            <th scope="col">Signed by</th>
            <th scope="col">On</th>
            <th scope="col">Until</th>
          </tr>
        </thead>
        <tbody>
          ${levels.map(
            ({ activity, name, level, signer, signedAt, expiresAt }) =>
              html`<tr>
                <th scope="row">${activity} ${name}</th>
                <td>${level} ${LEVEL_NAMES[level]}</td>
                <td>${signer}</td>
                <td>${signedAt.slice(0, 10)}</td>
                <td>${expiresAt.slice(0, 10)}${expiresAt <= now ? ' (expired)' : ''}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

export function writeYear({ rounds, startedAt, completedAt, projects, checkIns }: Part<'year'>): Html {
  return html`<h2 id="year">The year</h2>
    ${
      startedAt === null
        ? ''
        : html`<p>Programme from ${startedAt.slice(0, 10)}${completedAt === null ? ', not completed yet' : ` to ${completedAt.slice(0, 10)}, completed`}.</p>`
    }
    ${
      rounds.length === 0
        ? ''
        : html`<h3>Rounds closed</h3>
            <ul>
              ${rounds.map(({ month, rounds: count }) => html`<li>${month}: ${count}</li>`)}
            </ul>`
    }
    ${
      projects.length === 0
        ? ''
        : html`<h3>Projects</h3>
            <ul>
              ${projects.map(
                ({ title, goal, closedAt }) =>
                  html`<li>
                    ${title}${goal === '' ? '' : `: ${goal}`} <span class="quiet">${closedAt === null ? 'open' : `closed ${closedAt.slice(0, 10)}`}</span>
                  </li>`,
              )}
            </ul>`
    }
    ${
      checkIns.length === 0
        ? ''
        : html`<h3>Meetings held</h3>
            <ul>
              ${checkIns.map(({ kind, at }) => html`<li>${at.slice(0, 10)} ${kind}</li>`)}
            </ul>`
    }
    ${rounds.length + projects.length + checkIns.length === 0 && startedAt === null ? html`<p>Nothing yet.</p>` : ''}`;
}

export function writeLessons(lessons: Part<'lessons'>): Html {
  return html`<h2 id="lessons">Rules kept</h2>
    <ul>
      ${lessons.map(({ rule, at }) => html`<li>${rule} <span class="quiet">${at.slice(0, 10)}</span></li>`)}
    </ul>`;
}

export function writeBeliefs(beliefs: Part<'beliefs'>): Html {
  return html`<h2 id="beliefs">Beliefs looked at</h2>
    <ul>
      ${beliefs.map(({ id, belief, state }) => html`<li><span class="name">${id}</span> ${belief} <span class="quiet">${state}</span></li>`)}
    </ul>`;
}
