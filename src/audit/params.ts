import { z } from 'zod';
import { type MonthDay, parseMonthDay } from '../model/civil-date.ts';

/** A day of any year, `MM-DD`, as a parameter of a check. */
export const monthDay = (standard: string) =>
  z
    .string()
    .refine((text) => parseMonthDay(text) !== null, '应为“月-日”，如 04-01')
    .default(standard)
    .transform((text) => text as MonthDay);
