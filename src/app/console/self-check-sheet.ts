import type { Actor } from '../../model/account.ts';
import { buildReport } from '../../report/build-report.ts';
import { renderUnitSheet } from '../../report/html/unit-sheet.tsx';
import { unitWorkbook } from '../../report/xlsx/unit-sheet.ts';
import { fileName } from '../file-name.ts';
import { loadInputs } from '../inputs.ts';
import type { Console } from './console.ts';
import { NotThere } from './refusals.ts';
import { checkTitles, selfCheckResult } from './self-check-result.ts';

/** Forms in which a self-check can be taken along. */
export const SHEET_FORMS = ['xlsx', 'html'] as const;
export type SheetForm = (typeof SHEET_FORMS)[number];

/** A unit's self-check as the sheet that it fills in. Throws NotThere also where it never made one. */
export async function selfCheckSheet(
  console: Console,
  actor: Actor,
  { unit, form }: { readonly unit: string; readonly form: SheetForm },
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const result = await selfCheckResult(console, actor, unit);
  if (!result) throw new NotThere();
  const { audit, unread } = result;
  const { plan, rulebook } = await loadInputs(console.files);
  const report = buildReport({ audit, unread, rulebook, plan, checks: checkTitles() });
  const own = report.units.find(({ id }) => id === unit);
  if (!own) throw new NotThere();
  const name = `${fileName(`${own.name}自查表（${audit.asOf}）`)}.${form}`;
  const bytes =
    form === 'xlsx' ? await unitWorkbook(own, report) : new TextEncoder().encode(renderUnitSheet(own, report));
  return { name, bytes };
}
