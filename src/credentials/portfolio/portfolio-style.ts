/** Paper, ink and hairlines, in light, dark and print. Nothing is fetched: the fonts are those of the machine. */
export const PORTFOLIO_STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1d1f21; --quiet: #55595e; --line: #cfccc4; --mark: #0b6560; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181a; --ink: #e9e7e2; --quiet: #b3b1ab; --line: #44474b; --mark: #6fc7c0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main, footer { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem; overflow-wrap: anywhere; }
h1 { font: 600 2rem/1.2 Georgia, serif; margin: 1rem 0 0.5rem; }
h2 { font: 600 1.25rem/1.3 Georgia, serif; margin: 2.5rem 0 0.75rem; border-top: 1px solid var(--line); padding-top: 1.25rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 0.25rem; }
p, ul, table { margin: 0.5rem 0; }
ul { padding-left: 1.25rem; }
.quiet, footer, caption { color: var(--quiet); font-size: 0.875rem; }
.words { white-space: pre-wrap; }
.name { color: var(--mark); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding-bottom: 0.25rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--quiet); font-size: 0.875rem; }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #333; --line: #999; --mark: #000; color-scheme: light; }
  @page { margin: 18mm; }
  main, footer { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  tr, li, .whole { break-inside: avoid; }
  .wide { overflow: visible; }
}
`.trim();
