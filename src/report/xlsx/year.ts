import type { WriteSheet } from 'hucre/xlsx';
import type { YearCard, YearQuarter } from '../../model/score.ts';
import type { ReportModel } from '../report-model.ts';
import type { Content } from './content.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';

const ORDINALS = ['一', '二', '三', '四'];

const COLUMNS = (nameOf: (unit: string) => string): readonly TableColumn<YearCard>[] => [
  { header: '序号', width: 6, value: (_, index) => index + 1 },
  { header: '单位', width: 28, align: 'left', value: ({ unit }) => nameOf(unit) },
  ...ORDINALS.map((ordinal, at) => ({
    header: `${ordinal}季度`,
    width: 14,
    value: ({ quarters }: YearCard) => quarterOf(quarters[at]),
  })),
  { header: '四季度合计', width: 12, value: ({ daily }) => daily ?? '未定' },
  { header: '年终考核', width: 12, value: ({ yearEnd }) => yearEnd },
  { header: '全年得分', width: 12, value: ({ total }) => total ?? '未定' },
  { header: '待定', width: 10, value: ({ open }) => open },
  {
    header: '未计入的加减分',
    width: 36,
    align: 'left',
    value: ({ uncounted }) => uncounted.map(({ item, points, why }) => `${item} ${points}分（${why}）`).join('\n'),
  },
];

/** A quarter that nobody audited is named as such: it is not zero points. */
function quarterOf(quarter: YearQuarter | undefined): Content {
  switch (quarter?.state) {
    case 'scored':
      return quarter.total;
    case 'running':
      return `${quarter.total}（未结束）`;
    case 'not-assessed':
      return '不考核';
    default:
      return '未巡检';
  }
}

/** The year so far; undefined where no year is scored. */
export function yearSheet({ year, units, district }: ReportModel): WriteSheet | undefined {
  const [first] = year ?? [];
  if (!year || !first) return undefined;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return tableSheet({
    name: '年度',
    title: `${district}${first.year}年政务公开年度得分`,
    columns: COLUMNS((unit) => names.get(unit) ?? unit),
    rows: year,
    fixed: 2,
  });
}
