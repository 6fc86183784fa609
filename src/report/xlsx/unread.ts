import type { WriteSheet } from 'hucre/xlsx';
import type { ReportModel, UnreadItem } from '../report-model.ts';
import { pageLink } from './content.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';

interface Row extends UnreadItem {
  readonly unit: string;
  readonly reason: string;
}

const COLUMNS = (timeZone: string): readonly TableColumn<Row>[] => [
  { header: '序号', width: 6, value: (_, index) => index + 1 },
  { header: '单位', width: 22, align: 'left', value: ({ unit }) => unit },
  { header: '原因', width: 20, value: ({ reason }) => reason },
  { header: '网址', width: 44, align: 'left', value: ({ url }) => pageLink(url, 44) },
  { header: '涉及主题', width: 22, align: 'left', value: ({ topics }) => topics.join('、') },
  { header: '说明', width: 48, align: 'left', value: ({ texts }) => texts.join('\n') },
  {
    header: '最近访问',
    width: 17,
    value: ({ capturedAt }) => (capturedAt === null ? null : { instant: capturedAt, timeZone }),
  },
];

/** What could not be read and why; the title says that none of it was held against a unit. */
export const unreadSheet = ({ unread, withoutAddress, timeZone }: ReportModel): WriteSheet =>
  tableSheet({
    name: '未能读取',
    title: '未能读取的内容（均未计为缺失，也未据此减分）',
    columns: COLUMNS(timeZone),
    rows: [
      ...unread.flatMap(({ name, reasons }) =>
        reasons.flatMap(({ title, items }) => items.map((item) => ({ ...item, unit: name, reason: title }))),
      ),
      ...withoutAddress.map((unit) => ({
        ...{ unit, reason: '栏目网址待确认', url: null, topics: [], capturedAt: null },
        texts: ['本次未巡检，请补充网址后重新巡检'],
      })),
    ],
    fixed: 2,
  });
