import type { Expected } from '../store/evidence-ledger.ts';

/** The index rows of a file, taken as the reading of the file gets on. */
export class ExpectedRows {
  private readonly rows: AsyncIterator<Expected> | undefined;
  private next: Expected | null = null;
  private begun = false;

  constructor(rows: AsyncIterable<Expected> | undefined) {
    this.rows = rows?.[Symbol.asyncIterator]();
  }

  /** Those before an offset that were not taken yet. */
  async before(offset: number): Promise<Expected[]> {
    if (!this.begun) await this.advance();
    this.begun = true;
    const taken: Expected[] = [];
    while (this.next && this.next.offset < offset) {
      taken.push(this.next);
      await this.advance();
    }
    return taken;
  }

  private async advance(): Promise<void> {
    const step = await this.rows?.next();
    this.next = step && !step.done ? step.value : null;
  }
}
