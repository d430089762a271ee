import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** The present, by the minute: pages that stay open over midnight go on saying "today" and "yesterday" rightly. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
