import { beforeAll, describe, expect, it } from 'vitest';
import { auditDistrict } from '../src/app/audit-district.ts';
import { crawlDistrict } from '../src/app/crawl-district.ts';
import { type DemoFolder, prepareDemo } from '../src/app/demo.ts';
import { findBrowser } from '../src/crawl/browser.ts';
import type { Audit } from '../src/model/audit.ts';
import type { CivilDate } from '../src/model/civil-date.ts';
import { type Period, parsePeriod } from '../src/model/period.ts';
import type { Verdict } from '../src/model/verdict.ts';
import { longLivedFolder } from './support/temporary-folder.ts';

/** Which findings are of a group that pages show. */
const FINDINGS: Readonly<Record<string, (finding: Pick<Verdict, 'check' | 'message'>) => boolean>> = {
  guide: ({ check }) => check === 'guide',
  leadership: ({ check }) => check === 'leadership',
  'policy-format': ({ check }) => check === 'policy-format',
  'double-random': ({ check }) => check === 'double-random',
  'enforcement-duties': ({ check, message }) => check === 'enforcement' && message === 'no-duties',
  'enforcement-staff-list': ({ check, message }) => check === 'enforcement' && message !== 'no-duties',
  'overdue-topic': ({ check }) => check === 'periodic',
  'annual-report': ({ check }) => check === 'annual-report',
  'service-items': ({ check }) => check === 'service-items',
};

/** What is put right where a list tells of it: something new in it, or something old under a new date. */
const LISTED = [
  ['齐都镇', 'guide'],
  ['辛店街道', 'leadership'],
  ['区财政局', 'double-random'],
  ['区财政局', 'overdue-topic'],
  ['区科技局', 'enforcement-duties'],
  ['区科技局', 'enforcement-staff-list'],
] as const;
/** What is, for the most part, put right in documents whose row in the list stays as it was: a full crawl sees it. */
const UNLISTED = [
  ['区司法局', 'policy-format'],
  ['区司法局', 'annual-report'],
  ['区司法局', 'double-random'],
  ['区司法局', 'service-items'],
] as const;
const MENDED = [...LISTED, ...UNLISTED];
const unitsOf = (mended: readonly (readonly [string, string])[]) => [...new Set(mended.map(([unit]) => unit))];

const browser = await findBrowser();

describe.skipIf(browser === null)('a unit that puts its pages right (needs a browser)', () => {
  let demo: DemoFolder;
  let before: Audit;
  let after: Audit;
  const folder = longLivedFolder();

  const crawl = (units: readonly string[], full: boolean) =>
    crawlDistrict({
      files: { targets: demo.targets, units },
      ...{ data: demo.data, signal: new AbortController().signal, verbose: false, full },
      onProgress: () => {},
      onNotice: () => {},
    });
  const audit = async (): Promise<Audit> => {
    const files = { targets: demo.targets, registers: demo.registers, units: unitsOf(MENDED) };
    const period = parsePeriod(demo.period) as Period;
    const { audit: made } = await auditDistrict({
      ...{ files, data: demo.data, checks: [], asOf: demo.asOf as CivilDate, period },
    });
    return made;
  };

  beforeAll(async () => {
    demo = await prepareDemo(folder, { port: 0 });
    try {
      await crawl(unitsOf(MENDED), true);
      before = await audit();
      for (const [unit, group] of MENDED) demo.mend(unit, group);
      expect((await crawl(unitsOf(LISTED), false)).mode).toBe('changed');
      await crawl(unitsOf(UNLISTED), true);
      after = await audit();
    } finally {
      await demo.stop();
    }
  }, 600_000);

  const findings = ({ units, verdicts }: Audit, kept: (unit: string, finding: Verdict) => boolean): string[] => {
    const names = new Map(units.map(({ id, name }) => [id, name]));
    return verdicts
      .filter((one) => one.verdict === 'fail' && kept(names.get(one.unit) ?? '', one))
      .map(({ unit, check, message, topic, subject }) => [names.get(unit), check, message, topic, subject].join(' '))
      .sort();
  };
  const isMended = (name: string, finding: Verdict): boolean =>
    MENDED.some(([unit, group]) => unit === name && FINDINGS[group]?.(finding));

  it.each(MENDED)('%s is blamed for %s before, and not after', (name, group) => {
    const ofGroup = (unit: string, finding: Verdict): boolean => unit === name && FINDINGS[group]?.(finding) === true;
    expect(findings(before, ofGroup)).not.toEqual([]);
    expect(findings(after, ofGroup)).toEqual([]);
    const charged = ({ units, deductions }: Audit) =>
      deductions.filter((one) => one.group === group && units.find(({ id }) => id === one.unit)?.name === name);
    expect(charged(after)).toEqual([]);
  });

  it('leaves all other findings as they were, and adds none', () =>
    expect(findings(after, () => true)).toEqual(findings(before, (unit, finding) => !isMended(unit, finding))));

  it('leaves nothing undecided', () =>
    expect(after.verdicts.filter(({ verdict }) => verdict === 'inconclusive').map(({ text }) => text)).toEqual([]));
});
