/** What a self-check sheet adds to the report's style: A4 across, ten columns, room to write in the last three. */
export const UNIT_SHEET_STYLE = `
.wide { max-width: 84rem; }
.note { margin-top: .8rem; font-size: .95rem; }
.answers { margin-top: 1rem; table-layout: fixed; font-size: .88rem; line-height: 1.5; overflow-wrap: anywhere; }
.answers .c1 { width: 3.5%; } .answers .c2 { width: 8%; } .answers .c3 { width: 14%; } .answers .c4 { width: 6.5%; }
.answers .c5 { width: 20%; } .answers .c6 { width: 13%; } .answers .c7 { width: 15%; }
.answers th { padding: .3rem .2rem; }
.answers td { padding: .3rem .4rem; }
.answers .topic { text-align: left; background: var(--faint); }
.answers tr:has(.topic) { break-after: avoid; }
.answers .fail .answer { font-weight: 700; color: var(--red); }
.answers tr.fail td { background: var(--red-faint); }
.answers .inconclusive .answer { color: var(--amber); }
@media (max-width: 70rem) { .answers { min-width: 64rem; } }
@page { size: A4 landscape; margin: 14mm 12mm 16mm; }
@media print {
  h1 { font-size: 1.5rem; }
  .answers { min-width: 0; font-size: 8.5pt; }
}
`;
