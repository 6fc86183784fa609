import { parsePeriod } from '../model/period.ts';
import { exactPoints, sumPoints } from '../model/points.ts';
import type { QuarterResult } from '../model/quarter.ts';
import { quarterName } from './words.ts';

/** One quarter of the district, for a curve over quarters. */
export interface TrendPoint {
  /** `2023Q2`. */
  readonly period: string;
  /** 2023年第二季度. */
  readonly name: string;
  /** Mean total of all units, to two decimals. */
  readonly mean: number;
  readonly deducted: number;
  /** Total by unit id. */
  readonly totals: ReadonlyMap<string, number>;
}

/** The quarters that were audited whole, oldest first. */
export const trendOf = (quarters: readonly QuarterResult[]): readonly TrendPoint[] =>
  quarters.map(({ period, scores, deductions }) => {
    const quarter = parsePeriod(period);
    const totals = scores.map(({ total }) => total);
    return {
      period,
      name: quarter ? quarterName(quarter) : period,
      mean: totals.length === 0 ? 0 : exactPoints(Math.round((sumPoints(totals) / totals.length) * 100) / 100),
      deducted: sumPoints(deductions.map(({ points }) => points)),
      totals: new Map(scores.map(({ unit, total }) => [unit, total])),
    };
  });
