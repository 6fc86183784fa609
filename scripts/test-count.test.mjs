import { expect, test } from 'vitest';
import { countTests } from './test-count.mjs';

const report = (counts, testResults = []) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
  ...counts,
});

test('skipped tests and tests to be written count as skipped', () => {
  expect(countTests(report({ numPassedTests: 5, numPendingTests: 2, numTodoTests: 1 }))).toEqual({
    passed: 5,
    failed: 0,
    skipped: 3,
  });
});

test('a file that broke before its tests ran counts as one failed test', () => {
  const files = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  expect(countTests(report({ numPassedTests: 2, numFailedTests: 1 }, files)).failed).toBe(2);
});

test('no report is a failure, never an empty success', () => {
  expect(countTests(null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
