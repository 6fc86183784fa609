import type { CellStyle, WriteSheet } from 'hucre/xlsx';

/** 宋体 is on every office machine; programs elsewhere take their own serif for it. */
export const FONT = { name: '宋体', size: 10 } as const;

const LINE = { style: 'thin', color: { rgb: '9AA1A9' } } as const;
const BORDER: CellStyle['border'] & object = { top: LINE, right: LINE, bottom: LINE, left: LINE };

export type Alignment = 'left' | 'center' | 'right';

export const cellStyle = (horizontal: Alignment, numFmt?: string): CellStyle => ({
  font: FONT,
  border: BORDER,
  alignment: { horizontal, vertical: 'center', wrapText: true },
  ...(numFmt === undefined ? {} : { numFmt }),
});

export const linkStyle = (style: CellStyle): CellStyle => ({
  ...style,
  font: { ...FONT, underline: true, color: { rgb: '174A7C' } },
});

const fill = (rgb: string): CellStyle['fill'] & object => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } });

export const TITLE: CellStyle = {
  font: { ...FONT, name: '黑体', size: 16 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
export const NOTE: CellStyle = { font: FONT, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } };
export const HEADER: CellStyle = {
  ...cellStyle('center'),
  font: { ...FONT, name: '黑体' },
  fill: fill('E7EBEF'),
};
export const SECTION: CellStyle = { ...cellStyle('left'), font: { ...FONT, name: '黑体' }, fill: fill('F4F5F7') };
/** A row that wants doing; its text says so too. */
export const marked = (style: CellStyle): CellStyle => ({ ...style, fill: fill('FBEEEE') });

/** A4 across, as wide as the area, pages numbered; `repeated` are the rows at the head of every page (`$1:$2`). */
export const page = (repeated: string, area: string): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> => ({
  pageSetup: {
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { top: 0.6, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.35 },
    printArea: area,
    printTitlesRow: repeated,
  },
  headerFooter: { oddFooter: '&C第 &P 页　共 &N 页' },
});
