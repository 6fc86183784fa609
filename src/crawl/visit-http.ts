import type { OpenedCapture } from '../model/capture.ts';
import type { Task, TaskDraft } from '../store/tasks.ts';
import { type Captured, captured } from './captured.ts';
import { childrenOf } from './children.ts';
import { type CrawlContext, TRIES } from './context.ts';
import { type Followed, follow } from './follow.ts';

/** Captures addresses by plain HTTP and finds what they lead to. */
export class HttpVisits {
  private readonly context: CrawlContext;
  /** An address may be asked for under two kinds; the second waits for the first and shares its capture. */
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(context: CrawlContext) {
    this.context = context;
  }

  /** Returns the tasks that were found. Rejects only on storage errors, or when the crawl stops before the host's turn. */
  async visit(task: Task): Promise<readonly TaskDraft[]> {
    await this.underWay.get(task.url)?.catch(() => {});
    const work = this.visitOnce(task);
    this.underWay.set(task.url, work);
    try {
      return await work;
    } finally {
      if (this.underWay.get(task.url) === work) this.underWay.delete(task.url);
    }
  }

  private async visitOnce(task: Task): Promise<readonly TaskDraft[]> {
    const { runId, recorder, store, evidence, meter } = this.context;
    const known = await store.captures.inRun(runId, task.url);
    if (known) {
      const { body } = await evidence.open(known.record);
      const children = await this.children(task, { ...known, body });
      const { added } = await recorder.keep({
        runId,
        task: task.id,
        outcome: 'done',
        records: [],
        captures: [],
        children,
      });
      meter.found(added);
      meter.finished(task.url, false);
      return children;
    }
    const { url } = task;
    const { plan } = this.context;
    const answer = await captured(await this.ask(task), {
      runId,
      url,
      home: plan.site.home,
      caps: plan.crawl.caps,
      decode: this.context.evidence.decode,
      mayRender: task.kind === 'column' && plan.crawl.render !== 'never',
    });
    return this.keep(task, answer);
  }

  private async keep(task: Task, answer: Captured): Promise<readonly TaskDraft[]> {
    const { runId, recorder, log, meter } = this.context;
    const { records, capture, body, worthRetrying } = answer;
    if (worthRetrying && task.tries + 1 < TRIES) {
      log.debug({ url: task.url, result: capture.result, tries: task.tries + 1 }, 'capture.retry');
      await recorder.keep({ runId, task: task.id, outcome: 'retry', records, captures: [], children: [] });
      return [];
    }
    const children = await this.children(task, { ...capture, id: 0, record: '', body });
    const { added } = await recorder.keep({
      runId,
      task: task.id,
      outcome: 'done',
      records,
      captures: [capture],
      children,
    });
    log.debug({ url: task.url, kind: task.kind, result: capture.result }, 'capture.kept');
    meter.found(added);
    meter.finished(task.url, false);
    return children;
  }

  private async ask({ url, host, tries }: Task): Promise<Followed> {
    const { http, clock, plan, gate, signal, now } = this.context;
    if (clock.givenUp(host, tries)) {
      const date = now().toISOString();
      return { hops: [], finalUrl: url, date, end: { tag: 'skipped', why: 'host-cooldown' } };
    }
    const may = (address: string) => gate.may(address);
    const followed = await follow(url, { http, clock, caps: plan.crawl.caps, may, signal });
    return followed.date === '' ? { ...followed, date: now().toISOString() } : followed;
  }

  private async children(task: Task, capture: OpenedCapture): Promise<TaskDraft[]> {
    const { runId, plan, gate, store } = this.context;
    const found = childrenOf(task, capture, plan).filter(({ url }) => gate.inScope(url));
    const listPages = found.filter(({ kind }) => kind === 'list-page');
    if (listPages.length === 0) return found;
    const room = plan.crawl.caps.listPages - 1 - (await store.tasks.listPages(runId, task.column));
    const allowed = new Set(listPages.slice(0, Math.max(0, room)));
    return found.filter((child) => child.kind !== 'list-page' || allowed.has(child));
  }
}
