import {
  AlignmentType,
  convertMillimetersToTwip,
  Footer,
  type ISectionPropertiesOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';

/** The typefaces of official papers (GB/T 9704-2012, 5.2 and 7), as Chinese office machines name them. */
export const FACES = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体_GB2312',
  text: '仿宋_GB2312',
  number: '宋体',
} as const;
type Face = (typeof FACES)[keyof typeof FACES];

/** One face for Chinese and Western characters alike, as official papers are set. */
export const faces = (face: Face) => ({ ascii: face, hAnsi: face, eastAsia: face });

/** Sizes in half points: 二号, 三号, 小四, 四号. */
export const SIZES = { title: 44, text: 32, table: 24, page: 28 } as const;

/** 28.95 points from line to line put 22 lines on a page (GB/T 9704-2012, 5.2.3); in twentieths of a point. */
export const LINE = 579;

/** What a reader's machine takes where it lacks a face: the same style under the name other systems give it. */
const ALTERNATIVES: Readonly<Record<Face, string>> = {
  方正小标宋简体: '华文中宋',
  黑体: 'SimHei',
  楷体_GB2312: '楷体',
  仿宋_GB2312: '仿宋',
  宋体: 'SimSun',
};

/** `word/fontTable.xml` naming for each face what may stand in for it, before a program picks something of its own. */
export function fontTable(): string {
  const fonts = Object.entries(ALTERNATIVES).map(
    ([name, instead]) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}

/**
 * A4 with the margins of official papers: 37 mm above, 35 below, 28 left, 26 right. Text keeps its lines by exact spacing; a
 * grid of the page would stretch every row of a table to a line of text.
 */
export const PAGE: ISectionPropertiesOptions = {
  page: {
    size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
    margin: {
      top: convertMillimetersToTwip(37),
      bottom: convertMillimetersToTwip(35),
      left: convertMillimetersToTwip(28),
      right: convertMillimetersToTwip(26),
      footer: convertMillimetersToTwip(25),
    },
  },
};

/** Width between the margins, in twentieths of a point. */
export const TEXT_WIDTH = convertMillimetersToTwip(210 - 28 - 26);

/** — 1 —, outside: to the right on odd pages, to the left on even ones. */
export const footers = () => ({
  default: pageNumber(AlignmentType.RIGHT),
  even: pageNumber(AlignmentType.LEFT),
});

function pageNumber(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const run = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: faces(FACES.number), size: SIZES.page });
  return new Footer({ children: [new Paragraph({ alignment, children: [run] })] });
}
