import { LEVEL_NAMES } from '../../model/entrustment-levels.ts';
import type { ShownActivity } from '../../model/portfolio.ts';
import { html, type Html } from './html.ts';

/** Each activity with the rules kept from its rounds and how it was rated, level by level: no level is made of them. */
export function writeActivities(activities: readonly ShownActivity[]): Html {
  return html`<h2 id="activities">Activities</h2>
    ${activities.map(writeActivity)}`;
}

function writeActivity({ activity, name, rounds, evidence, ratings }: ShownActivity): Html {
  return html`<section aria-label="${name}">
    <h3><span class="name">${activity}</span> ${name}</h3>
    <p class="quiet">${toRounds(rounds.length)} in which it mattered.</p>
    ${
      rounds.length === 0
        ? ''
        : html`<ul>
            ${rounds.map(({ rule, at }) => html`<li>${rule} <span class="quiet">${at.slice(0, 10)}</span></li>`)}
          </ul>`
    }
    ${
      evidence.length === 0
        ? ''
        : html`<p class="quiet">Linked from where sessions cannot see:</p>
            <ul>
              ${evidence.map(({ kind, note, at }) => html`<li>${kind}${note === '' ? '' : `: ${note}`} <span class="quiet">${at.slice(0, 10)}</span></li>`)}
            </ul>`
    }
    ${ratings.length === 0 ? '' : writeRatings(name, ratings)}
  </section>`;
}

const SAID = { retrospective: 'How it was done', prospective: 'How the next may be done' } as const;
const BY = { self: 'themselves', others: 'others' } as const;

function writeRatings(name: string, ratings: ShownActivity['ratings']): Html {
  return html`<div class="wide">
    <table>
      <caption>
        Ratings of ${name}
      </caption>
      <thead>
        <tr>
          <th scope="col">Level</th>
          <th scope="col">What it says</th>
          <th scope="col">By</th>
          <th scope="col">Times</th>
        </tr>
      </thead>
      <tbody>
        ${ratings.map(
          ({ level, view, by, times }) =>
            html`<tr>
              <th scope="row">${level} ${LEVEL_NAMES[level]}</th>
              <td>${SAID[view]}</td>
              <td>${BY[by]}</td>
              <td>${times}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const toRounds = (count: number): string => `${count} closed ${count === 1 ? 'round' : 'rounds'}`;
