import type { WriteSheet } from 'hucre/xlsx';
import type { Charge, ReportModel, UnitReport } from '../report-model.ts';
import { basisText } from '../words.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';

interface Row {
  readonly unit: UnitReport;
  readonly charge: Charge;
}

const COLUMNS: readonly TableColumn<Row>[] = [
  { header: '序号', width: 6, value: (_, index) => index + 1 },
  { header: '单位', width: 20, align: 'left', value: ({ unit }) => unit.name },
  { header: '减分项', width: 30, align: 'left', value: ({ charge }) => charge.title },
  { header: '减分', width: 8, value: ({ charge }) => charge.points },
  { header: '问题数', width: 8, value: ({ charge }) => charge.findings.length },
  {
    header: '事由',
    width: 62,
    align: 'left',
    value: ({ charge }) => charge.findings.map(({ text }) => text).join('\n'),
  },
  {
    header: '依据',
    width: 40,
    align: 'left',
    value: ({ charge }) => basisText(charge.findings.flatMap(({ basis }) => basis)).join('\n'),
  },
];

/** Every deduction with its ground and the clauses it rests on. */
export const deductionSheet = ({ district, quarter, units }: ReportModel): WriteSheet =>
  tableSheet({
    name: '减分',
    title: `${district}${quarter}政务公开减分明细`,
    columns: COLUMNS,
    rows: units.flatMap((unit) => unit.charges.map((charge) => ({ unit, charge }))),
    fixed: 2,
  });
