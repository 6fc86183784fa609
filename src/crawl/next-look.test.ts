import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaptureResult, Judgement } from '../model/capture.ts';
import { LONGEST_RETRY_AFTER, LOOK_WAITS, LOOKS, nextLook } from './next-look.ts';

const steady = (): number => 0;
const answered = (status: number, judgement: Judgement): CaptureResult => ({ tag: 'responded', status, judgement });
const none = (code: Extract<CaptureResult, { tag: 'no-response' }>['code']): CaptureResult => ({
  tag: 'no-response',
  code,
  phase: 'connect',
});
const waits = (result: CaptureResult, retryAfterMs = 0): (number | null)[] =>
  [1, 2, 3].map((looks) => nextLook({ result, retryAfterMs }, looks, steady));

describe('another look', () => {
  it.each<[string, CaptureResult, keyof typeof LOOK_WAITS]>([
    ['a name that is not found', none('dns'), 'trouble'],
    ['nobody listening', none('refused'), 'trouble'],
    ['no answer in time', none('timeout'), 'trouble'],
    ['a connection that broke', none('reset'), 'hiccup'],
    ['no HTTP', none('protocol'), 'hiccup'],
    ['half a body', answered(200, 'truncated'), 'hiccup'],
    ['500', answered(500, 'server-error'), 'trouble'],
    ['521', answered(521, 'blocked'), 'trouble'],
    ['408', answered(408, 'blocked'), 'trouble'],
    ['429', answered(429, 'blocked'), 'overload'],
    ['503', answered(503, 'maintenance'), 'overload'],
    ['an error page with 200', answered(200, 'server-error'), 'trouble'],
    ['404', answered(404, 'not-found'), 'gone'],
    ['410', answered(410, 'not-found'), 'gone'],
    ['a page that says so with 200', answered(200, 'soft-404'), 'gone'],
  ])('%s is looked at three times, with growing waits', (_name, result, kind) => {
    expect(waits(result)).toEqual([...LOOK_WAITS[kind], null]);
    expect(LOOK_WAITS[kind][1]).toBeGreaterThan(LOOK_WAITS[kind][0]);
  });

  it.each<[string, CaptureResult]>([
    ['what was read', answered(200, 'ok')],
    ['a refusal', answered(403, 'blocked')],
    ['a challenge with 200', answered(200, 'blocked')],
    ['a log-in', answered(401, 'login')],
    ['a shell', answered(200, 'unrendered')],
    ['a redirect to nowhere', answered(302, 'server-error')],
    ['a bad certificate', none('tls')],
    ['an endless redirect', none('redirect-loop')],
    ['a file beyond the cap', none('too-large')],
    ['what robots.txt forbids', { tag: 'not-attempted', why: 'robots' }],
    ['what lies outside', { tag: 'not-attempted', why: 'scope' }],
  ])('%s is final at once', (_name, result) => {
    expect(waits(result, 5000)).toEqual([null, null, null]);
  });

  it('looks that find a page gone lie at least 20 s apart', () => {
    for (const wait of LOOK_WAITS.gone) expect(wait).toBeGreaterThanOrEqual(20_000);
  });

  it('obeys Retry-After up to a limit, and is never hastened by it', () => {
    expect(waits(answered(503, 'maintenance'), 120_000)).toEqual([120_000, 120_000, null]);
    expect(waits(answered(503, 'maintenance'), 1_000)).toEqual([...LOOK_WAITS.overload, null]);
    expect(waits(answered(429, 'blocked'), 1e12)).toEqual([LONGEST_RETRY_AFTER, LONGEST_RETRY_AFTER, null]);
  });

  it('never comes sooner than its class says, nor after the last look', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(10),
        fc.nat(1e9),
        (chance, looks, retryAfterMs) => {
          const wait = nextLook({ result: none('timeout'), retryAfterMs }, looks, () => chance);
          if (looks >= LOOKS) expect(wait).toBeNull();
          else expect(wait).toBeGreaterThanOrEqual(LOOK_WAITS.trouble[looks <= 1 ? 0 : 1]);
        },
      ),
    );
  });
});
