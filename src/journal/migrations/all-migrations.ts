import { sql as journal } from './0001-journal.ts';
import { sql as sessionsOfAFile } from './0002-sessions-of-a-file.ts';
import { sql as origins } from './0003-origins.ts';
import { sql as search } from './0004-search.ts';
import { sql as merging } from './0005-merging.ts';
import { sql as restorations } from './0006-restorations.ts';
import { sql as secondReader } from './0007-second-reader.ts';
import { sql as deconstructions } from './0008-deconstructions.ts';
import { sql as comparisons } from './0009-comparisons.ts';
import { sql as sharedCases } from './0010-shared-cases.ts';
import { sql as lessons } from './0011-lessons.ts';
import { sql as growth } from './0012-growth.ts';
import { sql as drills } from './0013-drills.ts';
import { sql as growthForTwo } from './0014-growth-for-two.ts';
import { sql as drillForms } from './0015-drill-forms.ts';
import { sql as experiments } from './0016-experiments.ts';
import { sql as shownLog } from './0017-shown-log.ts';

/** In order; the database's user_version counts how many it has had. A released one is never changed. */
export const ALL_MIGRATIONS: readonly string[] = [
  journal,
  sessionsOfAFile,
  origins,
  search,
  merging,
  restorations,
  secondReader,
  deconstructions,
  comparisons,
  sharedCases,
  lessons,
  growth,
  drills,
  growthForTwo,
  drillForms,
  experiments,
  shownLog,
];
