import { useEffect } from 'react';

/** Names the tab. The router's shell moves focus to the new page, so that a screen reader hears its heading. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = title === '' ? 'Rounds' : `${title} · Rounds`;
  }, [title]);
}
