import type { ReportModel, UnitReport } from '../report-model.ts';
import type { Answer, AnswerSection } from '../unit-answers.ts';
import { ANSWER_WORDS, remarkOf, UNIT_SHEET_COLUMNS, unitSheetNotes, unitSheetTitle } from '../unit-sheet-words.ts';
import { PageLink } from './link.tsx';
import { Page } from './page.tsx';
import { UNIT_SHEET_STYLE } from './unit-sheet-style.ts';

/** One unit's self-check sheet as an HTML file that needs nothing else and prints on A4 across. */
export function renderUnitSheet(unit: UnitReport, report: ReportModel): string {
  const title = unitSheetTitle(unit, report);
  let number = 0;
  const sections = unit.answers.map((section) => {
    const first = number + 1;
    number += section.rows.length;
    return <Section section={section} first={first} />;
  });
  const page = (
    <Page title={title} style={UNIT_SHEET_STYLE}>
      <div class="sheet wide">
        <header class="head">
          <h1>{title}</h1>
        </header>
        <main>
          {unitSheetNotes(unit, report).map((note) => (
            <p class="note">{note}</p>
          ))}
          <section class="scroll" tabindex={0} aria-label={title}>
            <table class="answers">
              <colgroup>
                {UNIT_SHEET_COLUMNS.map((_, at) => (
                  <col class={`c${at + 1}`} />
                ))}
              </colgroup>
              <thead>
                <tr>
                  {UNIT_SHEET_COLUMNS.map((header) => (
                    <th scope="col">{header}</th>
                  ))}
                </tr>
              </thead>
              {sections}
            </table>
          </section>
          <div class="sign">
            <p>填表人：</p>
            <p>负责人：</p>
            <p>填表日期：</p>
          </div>
        </main>
      </div>
    </Page>
  );
  return `<!doctype html>\n${page}\n`;
}

function Section({ section, first }: { section: AnswerSection; first: number }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colspan={UNIT_SHEET_COLUMNS.length} class="topic">
          {section.title}
        </th>
      </tr>
      {section.rows.map((answer, at) => (
        <Row answer={answer} number={first + at} />
      ))}
    </tbody>
  );
}

function Row({ answer, number }: { answer: Answer; number: number }) {
  const { check, standard, verdict, url, fix } = answer;
  return (
    <tr class={verdict}>
      <td>{number}</td>
      <td>{check}</td>
      <td class="left">{standard.join('；')}</td>
      <td class="answer">{ANSWER_WORDS[verdict]}</td>
      <td class="left">{remarkOf(answer)}</td>
      <td class="left">{url !== null && <PageLink url={url} />}</td>
      <td class="left">{fix}</td>
      <td />
      <td />
      <td />
    </tr>
  );
}
