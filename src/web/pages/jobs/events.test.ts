import { describe, expect, it, vi } from 'vitest';
import { consoleDistrict } from '../../../../test/support/console.ts';
import { eventsOf } from '../../../../test/support/event-stream.ts';
import type { Console } from '../../../app/console/console.ts';

/** Counts who watches jobs, and tells when the last one has gone. */
function watchers(console: Console) {
  let open = 0;
  let onNone = (): void => {};
  const subscribe = console.jobs.subscribe.bind(console.jobs);
  vi.spyOn(console.jobs, 'subscribe').mockImplementation((id, listener) => {
    const end = subscribe(id, listener);
    let isOpen = true;
    open += 1;
    return () => {
      end();
      if (!isOpen) return;
      isOpen = false;
      open -= 1;
      if (open === 0) onNone();
    };
  });
  return {
    count: () => open,
    none: () =>
      new Promise<void>((resolve) => {
        onNone = resolve;
        if (open === 0) resolve();
      }),
  };
}

describe('live progress', () => {
  it('tells a browser of each stage and of the end, whoever else waits', async () => {
    const { district, console, as, serve, start } = await consoleDistrict({ isLive: true });
    // A page that is waited for in vain, three times: long enough to be seen at work.
    district?.serve({ '/jia/guide/': 'silence' });
    const { origin } = await serve();
    const watching = watchers(console);
    const jia = await as('jia');
    await jia.post('/self-check');
    const [job] = await console.store.jobs.of('jia', 1);
    const told: { readonly event: string; readonly data: string }[] = [];
    for await (const one of eventsOf(`${origin}/jobs/${job?.id}/events`, jia.cookie)) {
      if (told.length === 0) await start();
      told.push(one);
    }
    expect(told[0]).toEqual({ event: 'stage', data: '<span>排队中，即将开始</span>' });
    expect(told.filter(({ event }) => event === 'progress').length).toBeGreaterThan(1);
    expect(told.some(({ event, data }) => event === 'stage' && data.includes('正在'))).toBe(true);
    expect(told.at(-1)).toEqual({ event: 'done', data: 'done' });
    await watching.none();
    const later: string[] = [];
    for await (const { event } of eventsOf(`${origin}/jobs/${job?.id}/events`, jia.cookie)) later.push(event);
    expect(later).toEqual(['stage', 'progress', 'done']);
  });

  it('forgets whoever goes away, and whoever never listened', async () => {
    const { console, actor, as, serve } = await consoleDistrict();
    const { origin } = await serve();
    const watching = watchers(console);
    const { id } = await console.jobs.ask('self-check', 'jia', null, actor('jia').id);
    const jia = await as('jia');
    const going = new AbortController();
    const reading = eventsOf(`${origin}/jobs/${id}/events`, jia.cookie, going.signal);
    expect((await reading.next()).value).toMatchObject({ event: 'stage' });
    expect(watching.count()).toBe(1);
    going.abort();
    await watching.none();
    expect(watching.count()).toBe(0);
    const head = await fetch(`${origin}/jobs/${id}/events`, { method: 'HEAD', headers: { cookie: jia.cookie } });
    expect([head.status, watching.count()]).toEqual([200, 0]);
  });

  it('is shown within the page, which also works without a script', async () => {
    const { console, as } = await consoleDistrict();
    const jia = await as('jia');
    await jia.post('/self-check');
    const [job] = await console.store.jobs.of('jia', 1);
    const page = await jia.page('/self-check');
    expect(page).toContain(`sse-connect="/jobs/${job?.id}/events"`);
    expect(page).toMatch(/<a class="button quiet unscripted" href="\/self-check">\s*刷新/);
  });
});
