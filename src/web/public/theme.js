// Runs before the first paint, so that a chosen scheme never flashes the other one.
try {
  const scheme = localStorage.getItem('rounds.scheme');
  if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage is closed in this browser: the system's scheme holds.
}
