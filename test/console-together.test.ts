import { describe, expect, it } from 'vitest';
import { bulletinState } from '../src/app/console/bulletins.ts';
import { decideFindings } from '../src/app/console/decide-findings.ts';
import { answerObjection, object } from '../src/app/console/objections.ts';
import { Conflict } from '../src/app/console/refusals.ts';
import { consoleDistrict } from './support/console.ts';

const PERIOD = '2023Q2';
/** A crawl, an audit and a restart, on a machine that does other things too. */
const PATIENCE = 120_000;

/** Numbers of the findings that are there. */
async function findingsOf({ console }: Awaited<ReturnType<typeof consoleDistrict>>) {
  return (await console.board.quarter(PERIOD)).findings.filter(({ isThere }) => isThere);
}

describe('many people at once', () => {
  it('decide on the same findings: each is decided once, and whoever came second is told what stands', async () => {
    const here = await consoleDistrict();
    const { console, actor } = here;
    const found = await findingsOf(here);
    const chosen = found.map(({ number }) => ({ number, seen: 0 }));
    const form = { period: PERIOD, findings: chosen, points: null };
    const [one, other] = await Promise.all([
      decideFindings(console, actor('inspector'), { ...form, kind: 'accepted', reason: '' }),
      decideFindings(console, actor('second'), { ...form, kind: 'rejected', reason: '页面已更新' }),
    ]);
    expect(one.made.length + other.made.length).toBe(found.length);
    expect(one.conflicts.length + other.conflicts.length).toBe(found.length);
    const log = await console.inspection.log.entries({ action: 'decide', limit: 1000 });
    expect(new Set(log.map(({ subject }) => subject)).size).toBe(found.length);
    expect(log).toHaveLength(found.length);
    const kept = await console.inspection.decisions.of(PERIOD);
    expect(kept.map(({ finding, kind }) => [finding, kind]).sort()).toEqual(
      log.map(({ subject, after }) => [subject, (after as { kind: string }).kind]).sort(),
    );
    // What the console shows is what is on record.
    const quarter = await console.board.quarter(PERIOD);
    for (const { finding, kind } of kept) {
      const shown = quarter.byId(finding);
      expect(shown && quarter.said(shown).standing).toBe(kind);
    }
  });

  it('open pages while others decide: every answer is whole', async () => {
    const here = await consoleDistrict();
    const [found] = await findingsOf(here);
    const visitors = await Promise.all(
      (['inspector', 'second', 'reader', 'jia', 'yi'] as const).map((person) => here.as(person)),
    );
    const inspector = await here.as('inspector');
    const pages = visitors.flatMap((visitor) =>
      ['/', '/findings', '/findings?text=指南'].map((path) => visitor.get(path)),
    );
    const decided = inspector.post('/findings/decide?period=2023Q2', {
      finding: `${found?.number}:0`,
      decision: 'accepted',
      back: '/findings',
    });
    const answers = await Promise.all([...pages, decided]);
    expect(answers.map(({ status }) => status)).toEqual([...pages.map(() => 200), 303]);
    for (const answer of answers.slice(0, -1)) expect(await answer.text()).toContain('</html>');
  });

  it('object and are answered once, however often it is sent', async () => {
    const here = await consoleDistrict();
    const { console, actor } = here;
    const own = (await findingsOf(here)).find(({ unit }) => unit === 'jia');
    const objection = { period: PERIOD, number: own?.number ?? '', text: '已于3月更新', file: null };
    await object(console, actor('jia'), objection);
    await expect(object(console, actor('jia'), objection)).rejects.toThrow(Conflict);
    const [kept] = await console.inspection.objections.of(PERIOD);
    const answer = { id: kept?.id ?? 0, upheld: false, text: '页面日期仍为2022年' };
    const ends = await Promise.allSettled([
      answerObjection(console, actor('inspector'), answer),
      answerObjection(console, actor('second'), { ...answer, upheld: true }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await console.inspection.log.entries({ action: 'answer-objection', limit: 9 })).toHaveLength(1);
  });
});

describe('a restart in the middle', () => {
  it(
    'of a night, with decisions made and checks asked for meanwhile, loses nothing and does nothing twice',
    async () => {
      const here = await consoleDistrict({ isLive: true });
      const { console, actor } = here;
      const found = await findingsOf(here);
      await here.start();
      const night = await console.jobs.ask('night', null, null, actor('inspector').id);
      const checks = await Promise.all(
        ['jia', 'yi', 'jia'].map((unit) => console.jobs.ask('self-check', unit, null, null)),
      );
      expect(new Set(checks.map(({ id }) => id)).size).toBe(2);
      const decisions = found.map(({ number }) =>
        decideFindings(console, actor('inspector'), {
          ...{ period: PERIOD, findings: [{ number, seen: 0 }], kind: 'accepted', points: null, reason: '' },
        }),
      );
      await Promise.all(decisions);
      await here.close();

      const again = await here.reopen();
      await again.start();
      for (const job of [night, ...checks]) expect((await again.ended(job)).job.state).toBe('done');
      const jobs = await again.console.store.jobs.recent(99);
      expect(jobs.map(({ kind, unit, state }) => `${kind} ${unit ?? ''} ${state}`).sort()).toEqual([
        'night  done',
        'self-check jia done',
        'self-check yi done',
      ]);
      const kept = await again.console.inspection.decisions.of(PERIOD);
      expect(kept.map(({ finding }) => finding).sort()).toEqual(found.map(({ id }) => id).sort());
      expect(await again.console.inspection.log.entries({ action: 'decide', limit: 1000 })).toHaveLength(found.length);
      const quarter = await again.console.board.quarter(PERIOD);
      for (const { id } of found) {
        const shown = quarter.byId(id);
        if (shown?.isThere) expect(quarter.said(shown).standing).toBe('accepted');
      }
    },
    PATIENCE,
  );

  it(
    'twenty units ask at once: all are served, one after the other, and each once',
    async () => {
      const here = await consoleDistrict({ isLive: true });
      const { console } = here;
      const asked = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          console.jobs.ask('self-check', ['jia', 'yi', 'bing'][at % 3] ?? '', null, null),
        ),
      );
      expect(new Set(asked.map(({ id }) => id)).size).toBe(3);
      await here.start();
      for (const job of asked) expect((await here.ended(job)).job.state).toBe('done');
      const done = await console.store.jobs.recent(99);
      const times = done
        .map(({ startedAt, endedAt }) => [startedAt ?? 0, endedAt ?? 0] as const)
        .sort((a, b) => a[0] - b[0]);
      for (const [at, [, ended]] of times.entries()) expect(times[at + 1]?.[0] ?? ended).toBeGreaterThanOrEqual(ended);
    },
    PATIENCE,
  );
});

describe('a second console', () => {
  it('on the same folder is refused in words, and may come when the first has ended', async () => {
    const here = await consoleDistrict();
    await expect(here.reopen()).rejects.toThrow('另一个控制台正在使用该数据目录');
    await here.close();
    await (await here.reopen()).close();
  });
});

describe('an objection that is upheld', () => {
  it('has a finding that was charged decided anew before the bulletin can go out', async () => {
    const here = await consoleDistrict();
    const { console, actor } = here;
    const found = await findingsOf(here);
    const all = found.map(({ number }) => ({ number, seen: 0 }));
    await decideFindings(console, actor('inspector'), {
      ...{ period: PERIOD, findings: all, kind: 'accepted', points: null, reason: '' },
    });
    const own = found.find(({ unit, group }) => unit === 'jia' && group !== null);
    await object(console, actor('jia'), { period: PERIOD, number: own?.number ?? '', text: '已更新', file: null });
    const [kept] = await console.inspection.objections.of(PERIOD);
    const later = { ...console, clock: () => new Date(console.clock().getTime() + 60_000) };
    await answerObjection(later, actor('second'), { id: kept?.id ?? 0, upheld: true, text: '属实' });
    const { undecided } = await bulletinState(console, actor('inspector'), PERIOD);
    expect(undecided.map(({ id }) => id)).toEqual([own?.id]);
  });
});
