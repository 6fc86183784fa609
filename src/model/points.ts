/** Points without the binary noise of sums: two decimals, exactly as written. */
export const exactPoints = (points: number): number => Math.round(points * 100) / 100;

/** The sum of points (halves and tenths), exact. */
export const sumPoints = (points: readonly number[]): number => exactPoints(points.reduce((sum, one) => sum + one, 0));
