/** One month of one unit: articles sent, and how many of these were refused. */
export interface Counted {
  readonly sent: number;
  readonly rejected: number;
}

export interface Demand {
  readonly mode: 'sent-monthly' | 'valid-monthly';
  readonly perMonth: number;
  readonly validInQuarter: number;
}

/**
 * Whether a quarter's three months are enough. `sent-monthly` is the one rule that explains all 40 rows of the
 * bulletin of 2023 Q2: something sent every month, and something valid every month or at least four valid in all.
 */
export function isEnough(months: readonly Counted[], { mode, perMonth, validInQuarter }: Demand): boolean {
  const valid = months.map(({ sent, rejected }) => sent - rejected);
  const isValidMonthly = valid.every((count) => count >= perMonth);
  if (mode === 'valid-monthly') return isValidMonthly;
  const total = valid.reduce((sum, count) => sum + count, 0);
  return months.every(({ sent }) => sent >= perMonth) && (isValidMonthly || total >= validInQuarter);
}
