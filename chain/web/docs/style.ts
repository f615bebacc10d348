/** The page's looks: the explorer's colours, in light and dark, down to a phone. */
export const DOCS_STYLE = `:root {
  color-scheme: light dark;
  --bg: light-dark(#f6f6f3, #0f1011);
  --surface: light-dark(#ffffff, #17191a);
  --sunken: light-dark(#efefea, #101213);
  --ink: light-dark(#17181a, #ecedea);
  --ink2: light-dark(#4c4f4a, #b5b9b4);
  --ink3: light-dark(#676a63, #8f958f);
  --line: light-dark(#e2e1db, #2a2d2e);
  --blue: light-dark(#1b57c2, #8db5ff);
  --blue-soft: light-dark(#e8effc, #16243d);
  --gold: light-dark(#855b00, #e3b75a);
  --gold-soft: light-dark(#faf0da, #2e2412);
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace;
}
*, *::before, *::after { box-sizing: border-box }
html { scroll-padding-top: 16px; -webkit-text-size-adjust: 100% }
body { margin: 0 auto; max-width: 1120px; padding: 0 24px 96px; background: var(--bg); color: var(--ink);
  font: 15px/22px var(--sans); -webkit-font-smoothing: antialiased; overflow-wrap: anywhere }
h1, h2, h4, p, ul, pre { margin: 0; padding: 0 }
ul { list-style: none }
a { color: var(--blue); text-decoration: none }
a:hover { text-decoration: underline; text-underline-offset: 2px }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; border-radius: 4px }
code, pre, .path { font-family: var(--mono); font-size: 13px }
code { white-space: nowrap }
.path, .what code, pre code { white-space: normal }
.skip { position: absolute; left: -999px }
.skip:focus { left: 24px; top: 8px; background: var(--surface); padding: 4px 12px }
header { padding: 40px 0 32px; border-bottom: 1px solid var(--line); margin-bottom: 32px }
.brand { font-weight: 600; margin-bottom: 12px }
.brand a { color: var(--ink2) }
h1 { font-size: 30px; line-height: 36px; font-weight: 650; letter-spacing: -0.015em; margin-bottom: 12px }
.lead { color: var(--ink2); max-width: 68ch; margin-bottom: 8px }
.columns { display: grid; grid-template-columns: 176px minmax(0, 1fr); gap: 40px }
nav { position: sticky; top: 24px; align-self: start }
nav a { display: block; padding: 5px 0; color: var(--ink2) }
section { margin-bottom: 48px }
h2 { font-size: 19px; line-height: 26px; font-weight: 600; letter-spacing: -0.005em }
h2::first-letter { text-transform: uppercase }
nav a::first-letter { text-transform: uppercase }
.full { font: 13px/20px var(--mono); color: var(--ink3); margin-bottom: 12px }
section > p:not(.full) { color: var(--ink2); margin-bottom: 12px }
details { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; margin-bottom: 8px }
details:target { border-color: var(--blue) }
summary { display: grid; grid-template-columns: 48px minmax(0, 1fr); gap: 2px 12px; align-items: baseline;
  padding: 10px 16px; cursor: pointer; list-style: none }
summary::-webkit-details-marker { display: none }
summary > .path:only-child { grid-column: 1 / -1 }
summary .summary { grid-column: 2; color: var(--ink2) }
details[open] > summary { border-bottom: 1px solid var(--line) }
.verb { font-size: 11px; line-height: 20px; font-weight: 650; letter-spacing: 0.04em; text-align: center;
  border-radius: 4px }
.get { color: var(--blue); background: var(--blue-soft) }
.post { color: var(--gold); background: var(--gold-soft) }
.inside { padding: 16px }
.inside > p { color: var(--ink2); margin-bottom: 8px }
h4 { font-size: 13px; line-height: 20px; font-weight: 600; color: var(--ink2); margin: 20px 0 4px }
.inside > h4:first-child { margin-top: 0 }
.fields > li { padding: 7px 0; border-top: 1px solid var(--line) }
.fields > li:first-child { border-top: 0 }
.fields p { color: var(--ink2) }
.type { color: var(--ink3); margin-left: 8px }
.note { color: var(--ink3); font-size: 13px; margin-left: 8px }
.note::before { content: "in "; }
.values { columns: 2; column-gap: 24px }
pre { background: var(--sunken); border-radius: 6px; padding: 10px 12px; overflow-x: auto }
pre code { white-space: pre-wrap }
@media (max-width: 760px) {
  body { padding: 0 16px 64px }
  header { padding: 24px 0; margin-bottom: 16px }
  .columns { grid-template-columns: minmax(0, 1fr); gap: 24px }
  nav { position: static }
  nav ul { display: flex; flex-wrap: wrap; gap: 0 20px }
  nav a { padding: 9px 0 }
  summary { padding: 12px }
  .inside { padding: 12px }
  .values { columns: 1 }
}
`;
