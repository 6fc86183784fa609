import { z } from 'zod';
import { type MonthDay, parseMonthDay } from '../model/civil-date.ts';

/** A day of any year, `MM-DD`, as a parameter of a check. */
export const monthDay = (standard: string) =>
  z
    .string()
    .refine((text) => parseMonthDay(text) !== null, '应为“月-日”，如 04-01')
    .default(standard)
    .transform((text) => text as MonthDay);

/** Parameters that tell documents from above the district, by what numbers, titles and issuers begin with. */
export const superiors = {
  superiorMarks: z.array(z.string().min(1)).default(['国', '中办', '中发', '鲁', '淄']),
  superiorNames: z.array(z.string().min(1)).default(['国务院', '中共中央', '山东省', '淄博市']),
};
