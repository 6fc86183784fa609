import { AlignmentType, LineRuleType, Paragraph, TextRun } from 'docx';
import { FACES, faces, LINE, SIZES } from './page.ts';

const spacing = { line: LINE, lineRule: LineRuleType.EXACT };
/** Two characters of body text. */
const INDENT = { firstLine: SIZES.text * 20 };

/** A heading in the middle, as on the first page and above a table. */
export const title = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...spacing, line: LINE + 60, before: LINE / 2, after: LINE / 2 },
    keepNext: true,
    children: [new TextRun({ text, font: faces(FACES.title), size: SIZES.title })],
  });

/** Body text. `lead` at its head is set apart, as the name of a unit in a list of findings. */
export const body = (text: string, lead = ''): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing,
    indent: INDENT,
    children: [
      ...(lead ? [new TextRun({ text: lead, font: faces(FACES.heading), size: SIZES.text })] : []),
      new TextRun({ text, font: faces(FACES.text), size: SIZES.text }),
    ],
  });

/** To whom it goes: from the margin, with a colon. */
export const addressee = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing,
    children: [new TextRun({ text, font: faces(FACES.text), size: SIZES.text })],
  });

/** 附件1, on a page of its own. */
export const annexMark = (text: string): Paragraph =>
  new Paragraph({
    pageBreakBefore: true,
    spacing,
    children: [new TextRun({ text, font: faces(FACES.heading), size: SIZES.text })],
  });

/** One line of the list of annexes; `number` stands before the first only. */
export const annexLine = (mark: string, text: string): Paragraph =>
  new Paragraph({
    spacing,
    indent: { left: SIZES.text * 10 * 6.5, hanging: SIZES.text * 10 * 4.5 },
    children: [new TextRun({ text: `${mark}${text}`, font: faces(FACES.text), size: SIZES.text })],
  });

/** Who signs, and the day below. */
export const signature = (lines: readonly string[]): Paragraph[] =>
  lines.map(
    (text, i) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: i === 0 ? { ...spacing, before: LINE * 2 } : spacing,
        indent: { right: SIZES.text * 10 * (i === 0 ? 2 : 4) },
        keepLines: true,
        keepNext: i < lines.length - 1,
        children: [new TextRun({ text, font: faces(FACES.text), size: SIZES.text })],
      }),
  );

/** A remark under a table, or where nothing is to be told. */
export const remark = (text: string): Paragraph =>
  new Paragraph({
    spacing: { ...spacing, line: 420 },
    children: [new TextRun({ text, font: faces(FACES.text), size: SIZES.table })],
  });
