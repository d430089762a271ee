import { usePlace } from '../api/use-place.ts';
import { TeamTodayPage } from './team-today-page.tsx';
import { TodayPage } from './today-page.tsx';

/** Today: of my own work, or of what is shared, by where the page is. */
export function HomePage() {
  return usePlace().isMine ? <TodayPage /> : <TeamTodayPage />;
}
