export const pageStyle = `
:root { --paper: #F7F5EF; --ink: #1C2327; --quiet: #56605F; --line: #D8D2C4; --accent: #0B5D5A; --low: #8A4B08; --middle: #DDD6C6; color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #161B1D; --ink: #E8E4DA; --quiet: #A3ABA8; --line: #39413F; --accent: #6FC2B8; --low: #D9964A; --middle: #4A4F4B; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 "Literata", Georgia, serif; font-variant-numeric: lining-nums tabular-nums; }
main, footer { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem 0; }
footer { padding: 3rem 1.25rem; color: var(--quiet); font-size: .875rem; }
h1 { font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.2; font-weight: 600; margin: .5rem 0 1.5rem; text-wrap: balance; }
h2 { font-size: 1.375rem; line-height: 1.3; font-weight: 600; color: var(--accent); margin: 3.5rem 0 1rem; }
h3 { font-size: 1.0625rem; line-height: 1.4; font-weight: 600; margin: 2.5rem 0 .75rem; }
p, li, dd { max-width: 66ch; overflow-wrap: break-word; }
.kicker, .quiet { color: var(--quiet); font-size: .9375rem; }
.kicker { margin: 0; }
.lead { font-size: 1.25rem; line-height: 1.5; }
ul { padding-left: 1.25rem; }
li { margin: .5rem 0; }
li::marker { content: "–  "; color: var(--accent); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .375rem 1.5rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
figure { margin: 2rem 0; }
figcaption, caption { text-align: left; font-size: .9375rem; font-weight: 600; margin-bottom: .5rem; padding-bottom: .5rem; }
figure svg { display: block; width: 100%; min-width: 34rem; height: auto; }
.wide { overflow-x: auto; margin: 1.5rem 0; }
figure .wide { margin: 0; }
.wide:focus-visible { outline: 2px solid var(--accent); outline-offset: 4px; }
table { border-collapse: collapse; font-size: .875rem; line-height: 1.35; min-width: 100%; border-bottom: 1.5px solid var(--ink); }
thead { border-top: 1.5px solid var(--ink); border-bottom: 1px solid var(--ink); }
th, td { padding: .375rem .625rem .375rem 0; text-align: left; vertical-align: bottom; font-weight: 400; }
thead th { color: var(--quiet); }
.end { text-align: right; padding: .375rem 0 .375rem .625rem; white-space: nowrap; }
tbody tr + tr { border-top: 1px solid var(--line); }
hr { border: 0; border-top: 1px solid var(--line); margin: 3.5rem 0; }
@media print { hr { break-after: page; border: 0; margin: 0; } body { background: none; font-size: 10pt; } h2, h3, figcaption, caption { break-after: avoid; } figure, tr { break-inside: avoid; } }
`;
