/** All of the report's style. Screen: a white sheet; paper: A4, numbered, table heads repeated, no piece of evidence cut in two. */
export const STYLE = `
:root {
  --ink: #1d2126; --soft: #555c64; --rule: #c9ced4; --faint: #f4f5f7;
  --red: #a3161b; --red-faint: #fbeeee; --amber: #744600; --amber-faint: #fdf4e3; --blue: #174a7c;
  --song: "FZXiaoBiaoSong-B05S", "方正小标宋简体", STZhongsong, "Songti SC", "Noto Serif CJK SC", SimSun, serif;
  --hei: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif;
}
* { box-sizing: border-box; }
body { margin: 0; background: #e9ebee; color: var(--ink); font: 16px/1.7 var(--hei); }
.sheet { max-width: 62rem; margin: 1.5rem auto; padding: 3rem 3.5rem; background: #fff; box-shadow: 0 1px 4px #0003; }
a { color: var(--blue); overflow-wrap: anywhere; }
h1, h2, h3, h4, p, dl, dd, ul, ol, figure { margin: 0; }
h1 { font: 700 2.1rem/1.4 var(--song); letter-spacing: .12em; text-align: center; color: var(--red); }
h2 { margin: 2.6rem 0 1rem; font-size: 1.3rem; padding-bottom: .3rem; border-bottom: 1px solid var(--rule); }
h3 { margin: 1.8rem 0 .6rem; font-size: 1.08rem; }
h4 { font-size: 1rem; }
p + p { margin-top: .5rem; }
.lead { margin-top: .3rem; text-align: center; font-size: 1.1rem; letter-spacing: .05em; }
.head { padding-bottom: 1.2rem; border-bottom: 3px solid var(--red); box-shadow: 0 4px 0 #fff, 0 5px 0 var(--red); }
.facts { display: grid; grid-template-columns: repeat(2, 1fr); gap: .25rem 2rem; margin-top: 1.6rem; }
.facts div, .notes div { display: flex; gap: .6rem; }
dt { flex: none; color: var(--soft); }
.figures { display: grid; grid-template-columns: repeat(5, 1fr); padding: 0; list-style: none; border: 1px solid var(--rule); }
.figures li { padding: .7rem .4rem; text-align: center; }
.figures li + li { border-left: 1px solid var(--rule); }
.figures b { display: block; font-size: 1.6rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.figures span { color: var(--soft); font-size: .88rem; }
.say { margin-top: 1rem; text-align: justify; text-indent: 2em; }
.chart { margin-top: 1.4rem; }
.chart figcaption { font-weight: 700; margin-bottom: .4rem; }
.chart svg { display: block; width: 100%; height: auto; font-family: inherit; }
.toc { margin-top: 1.2rem; font-size: .95rem; text-align: center; }
.toc a { margin: 0 .5rem; white-space: nowrap; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { padding-bottom: .5rem; font-weight: 700; text-align: center; }
th, td { padding: .4rem .6rem; border: 1px solid #8b929a; text-align: center; }
thead th { background: var(--faint); font-weight: 700; }
td.name, th.name { text-align: left; font-weight: 400; }
td.left { text-align: left; }
td.total { font-weight: 700; }
.places { table-layout: fixed; overflow-wrap: anywhere; }
.places col { width: 4rem; }
.places col.wide { width: auto; }
.places col.points { width: 13.5rem; }
table + table, .ranking { margin-top: 1.4rem; }
.unit { margin-top: 2rem; }
.unit > header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .2rem 1rem; padding: .45rem .8rem; background: var(--faint); border-left: 4px solid var(--red); }
.unit > header h3 { margin: 0; }
.unit > header p { margin: 0; color: var(--soft); }
.unit > header b { color: var(--ink); }
.charge { display: flex; justify-content: space-between; gap: 1rem; margin: 1.1rem 0 .4rem; padding-bottom: .2rem; border-bottom: 1px solid var(--rule); }
.charge b { flex: none; color: var(--red); }
.finding { margin: .7rem 0 1.1rem; padding-left: 1rem; border-left: 2px solid var(--rule); }
.what { font-weight: 700; }
.tag { display: inline-block; margin-right: .5rem; padding: 0 .45rem; border: 1px solid currentColor; font-size: .85rem; font-weight: 400; }
.tag.cost { color: var(--red); background: var(--red-faint); }
.tag.advice { color: var(--amber); background: var(--amber-faint); }
.state { margin-top: .15rem; font-size: .88rem; color: var(--soft); }
.state b { color: var(--ink); }
.notes { margin-top: .3rem; }
.notes dd { min-width: 0; flex: 1; }
.proof { padding: 0; list-style: none; }
.proof li + li { margin-top: .4rem; }
.proof details summary { cursor: pointer; color: var(--blue); }
.trace { display: block; color: var(--soft); font-size: .82rem; overflow-wrap: anywhere; }
.trace code { font-family: ui-monospace, Consolas, monospace; }
.proof img { display: block; max-width: 100%; max-height: 24rem; margin-top: .4rem; border: 1px solid var(--rule); }
.unread { table-layout: fixed; overflow-wrap: anywhere; }
.unread th:nth-child(1) { width: 9rem; } .unread th:nth-child(2) { width: 32%; } .unread th:nth-child(3) { width: 8rem; }
.unread td { font-size: .92rem; vertical-align: top; }
.unread tbody th { text-align: left; background: #fafbfc; }
.calm { padding: .7rem 1rem; border: 1px solid var(--rule); background: var(--faint); margin-bottom: 1rem; }
.method li + li { margin-top: .35rem; }
.method ol { padding-left: 1.6rem; }
.sign { display: grid; grid-template-columns: repeat(3, 1fr); gap: 2.5rem; margin-top: 3.5rem; }
.sign p { margin: 0; padding-bottom: 1.6rem; border-bottom: 1px solid var(--ink); }
.sign-date { margin-top: 1.6rem; text-align: right; letter-spacing: .2em; white-space: pre; }
@media (max-width: 46rem) {
  .sheet { margin: 0; padding: 1.2rem; }
  .facts, .sign { grid-template-columns: 1fr; }
  .figures { grid-template-columns: repeat(2, 1fr); }
  .figures li:nth-child(odd) { border-left: 0; }
  .figures li:nth-child(n+3) { border-top: 1px solid var(--rule); }
  .places th, .places td { padding: .35rem .25rem; }
  .places col { width: 3rem; }
  .places col.points { width: 6.5rem; }
  .places:has(col.wide ~ col.wide) { min-width: 34rem; }
  .scroll { overflow-x: auto; }
}
@page { size: A4; margin: 20mm 18mm 22mm; @bottom-center { content: "— " counter(page) " —"; font-size: 10pt; } }
@media print {
  html { font-size: 10.5pt; }
  body { background: #fff; font-size: 1rem; line-height: 1.6; }
  .sheet { max-width: none; margin: 0; padding: 0 1px; box-shadow: none; }
  .toc { display: none; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3, h4, caption, .charge, .unit > header { break-after: avoid; }
  tr, li, .unit > header, .figures, .chart, .sign, .what { break-inside: avoid; }
  thead { display: table-header-group; }
  .page { break-before: page; }
  .page > h2 { margin-top: 0; }
  .state, .notes > div:first-child { break-before: avoid; }
  .ranking { break-inside: avoid; }
  .proof img { max-height: 13rem; }
  .places th, .places td { padding: .2rem .5rem; line-height: 1.4; }
}
`;
