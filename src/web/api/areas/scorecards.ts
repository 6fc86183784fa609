import { z } from '@hono/zod-openapi';
import { coverageTable, enterCoverage } from '../../../app/console/coverage.ts';
import { scorecard as scorecardOf, scorecards } from '../../../app/console/scorecards.ts';
import { actorOf } from '../../env.ts';
import { apiArea } from '../area.ts';
import { answer, body, operation } from '../operation.ts';
import { PERIOD, UNIT } from '../parameters.ts';
import { finding, findingShape } from '../shapes/finding.ts';
import { scorecard, scorecardShape } from '../shapes/score.ts';
import { verdictSchema, verdictShape } from '../shapes/verdict.ts';

/** Points of units, how they came about, and those that inspectors enter. */
export const scorecardsArea = apiArea();

const ranking = z
  .object({
    of: z.enum(['departments', 'towns']),
    title: z.string(),
    rows: z.array(
      z.object({
        place: z.int().nullable().describe('名次；null 为没有栏目网址的单位'),
        unit: z.string(),
        name: z.string(),
        score: scorecard,
        proposed: z.number().nullable().describe('审核以前的总分'),
      }),
    ),
  })
  .openapi('Ranking');

scorecardsArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/scorecards', operationId: 'listScorecards', tag: 'scorecards' },
    summary: '全区得分与名次',
    request: { params: PERIOD },
    responses: { 200: answer(z.object({ rankings: z.array(ranking) }), '得分') },
  }),
  async (c) => {
    const { rankings, proposed } = await scorecards(c.get('console'), actorOf(c), c.req.valid('param').period);
    return c.json(
      {
        rankings: rankings.map(({ of, title, rows }) => ({
          ...{ of, title },
          rows: rows.map(({ place, unit, name, score }) => ({
            ...{ place, unit, name, score: scorecardShape(score), proposed: proposed.get(unit) ?? null },
          })),
        })),
      },
      200,
    );
  },
);

const cardInFull = z
  .object({
    unit: z.object({ id: z.string(), name: z.string() }),
    isInspected: z.boolean().describe('false 为没有经确认的栏目网址'),
    card: scorecard,
    proposed: scorecard.describe('审核以前'),
    deductions: z
      .array(
        z.object({
          group: z.string(),
          title: z.string(),
          points: z.number(),
          proposed: z.number().nullable().describe('审核以前的分值；null 为没有变化'),
          findings: z.array(finding),
        }),
      )
      .describe('每一分减在哪里'),
    spared: z.array(finding).describe('经审核不减分或另行定分的问题'),
    open: z
      .array(z.object({ title: z.string(), points: z.number(), verdicts: z.array(verdictSchema) }))
      .describe('待定的分值'),
    openCoverage: z.number().describe('建议的重点栏目保障得分中待定的分值'),
    history: z.array(z.object({ period: z.string(), total: z.number(), deducted: z.number() })),
  })
  .openapi('ScorecardInFull');

scorecardsArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/scorecards/{unit}', operationId: 'getScorecard', tag: 'scorecards' },
    summary: '一个单位的得分及每一分的来由',
    request: { params: PERIOD.extend(UNIT.shape) },
    responses: { 200: answer(cardInFull, '得分') },
  }),
  async (c) => {
    const of = await scorecardOf(c.get('console'), actorOf(c), c.req.valid('param'));
    const { unit, isInspected, card, proposed, lines, spared, open, openCoverage, history } = of;
    return c.json(
      {
        unit: { id: unit.id, name: unit.name },
        ...{ isInspected, openCoverage, history: [...history] },
        ...{ card: scorecardShape(card), proposed: scorecardShape(proposed.card) },
        deductions: lines.map(({ deduction: { group, points }, title, proposed, findings }) => ({
          ...{ group, title, points, proposed, findings: findings.map(findingShape) },
        })),
        spared: spared.map((one) => findingShape(one.finding)),
        open: open.map(({ title, points, verdicts }) => ({ title, points, verdicts: verdicts.map(verdictShape) })),
      },
      200,
    );
  },
);

const coverageLine = z
  .object({
    unit: z.string(),
    unitName: z.string(),
    entered: z.number().nullable().describe('评定的得分；null 为尚未评定'),
    suggested: z.number().describe('建议得分'),
    open: z.number().describe('建议得分中待定的分值'),
    why: z.string().describe('建议的依据'),
  })
  .openapi('Coverage');

scorecardsArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/coverage', operationId: 'getCoverage', tag: 'scorecards' },
    summary: '重点栏目保障得分：已评定的和建议的',
    request: { params: PERIOD },
    responses: { 200: answer(z.object({ most: z.number(), units: z.array(coverageLine) }), '得分') },
  }),
  async (c) => {
    const { lines, most } = await coverageTable(c.get('console'), actorOf(c), c.req.valid('param').period);
    return c.json({ most, units: lines.map((line) => ({ ...line })) }, 200);
  },
);

const entries = z
  .strictObject({
    scores: z
      .array(
        z.strictObject({
          unit: z.string(),
          score: z.number(),
          seen: z.number().nullable().optional().describe('填写时看到的得分，他人同时改动的返回 409；不填不核对'),
        }),
      )
      .min(1)
      .max(2000),
  })
  .openapi('CoverageEntries');

scorecardsArea.openapi(
  operation({
    ...{ method: 'put', path: '/quarters/{period}/coverage', operationId: 'enterCoverage', tag: 'scorecards' },
    summary: '评定重点栏目保障得分，随即生效',
    request: { params: PERIOD, body: body(entries) },
    responses: { 200: answer(z.object({ changed: z.int().describe('新评定的单位数') }), '已评定') },
  }),
  async (c) => {
    const { scores } = c.req.valid('json');
    const changed = await enterCoverage(c.get('console'), actorOf(c), {
      period: c.req.valid('param').period,
      scores: new Map(scores.map(({ unit, score }) => [unit, score])),
      seen: new Map(scores.flatMap(({ unit, seen }) => (seen === undefined ? [] : [[unit, seen]]))),
    });
    return c.json({ changed }, 200);
  },
);
