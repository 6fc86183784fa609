import { builtInChecks } from '../../../checks/index.ts';
import { parsePeriod } from '../../model/period.ts';
import { UserError } from '../../model/user-error.ts';
import { unrectifiedOf } from '../assessed-units.ts';
import type { Inspection } from '../compose.ts';
import { type InputFiles, loadInputs } from '../inputs.ts';
import { auditedQuarters, quarterAudit, quarterAuditState } from '../quarter-audits.ts';
import { inputsState } from './inputs-state.ts';
import { Quarter } from './quarter.ts';
import { NotThere } from './refusals.ts';

interface Kept {
  readonly state: string;
  readonly quarter: Quarter;
}

/**
 * The quarters that were audited, each worked out once and again when its audit, the targets, the rulebook or a register
 * has changed on the disk, whoever changed it.
 */
export class Board {
  readonly #files: InputFiles;
  readonly #data: string;
  readonly #inspection: Inspection;
  readonly #kept = new Map<string, Kept>();
  readonly #making = new Map<string, Promise<Quarter>>();
  #published: ReadonlySet<string> = new Set();
  #epoch = 0;
  #rulebook: string | null;
  #trouble: UserError | null = null;

  /** @param rulebook as the plan names it */
  constructor(files: InputFiles, data: string, inspection: Inspection, rulebook: string | null = null) {
    this.#files = files;
    this.#data = data;
    this.#inspection = inspection;
    this.#rulebook = rulebook;
  }

  /** Ids of the quarters, the newest first; empty before the first audit. */
  get periods(): readonly string[] {
    return auditedQuarters(this.#data);
  }

  /**
   * The quarter that people are at: the newest that is over and whose bulletin is not out, else the newest; null before
   * the first audit.
   */
  get current(): string | null {
    const { periods } = this;
    const [running, before] = periods;
    return before !== undefined && !this.#published.has(before) ? before : (running ?? null);
  }

  /** Learns which bulletins are out. */
  async learn(): Promise<void> {
    const versions = await this.#inspection.bulletins.versions();
    this.#published = new Set(versions.map(({ period }) => period));
  }

  /** Works the current quarter out before anybody asks for it; what is wrong with it is told to whoever asks. */
  async warm(): Promise<void> {
    if (this.current === null) return;
    await this.quarter().then(
      (quarter) => quarter.decided(),
      (error: unknown) => {
        if (!(error instanceof UserError)) throw error;
      },
    );
  }

  /** What is wrong with targets, rulebook or registers, so that pages still show what they said before; null for nothing. */
  get trouble(): UserError | null {
    return this.#trouble;
  }

  /** What findings have become is read again: a job changed it. */
  refresh(): void {
    this.#epoch += 1;
  }

  /** A quarter by its id; the current one without it. Throws NotThere where it was not audited. */
  async quarter(period?: string): Promise<Quarter> {
    const id = period ?? this.current;
    if (id === null || parsePeriod(id)?.cadence !== 'quarter') throw new NotThere();
    const state = this.#stateOf(id);
    const kept = this.#kept.get(id);
    if (kept?.state === state) return kept.quarter;
    const made = this.#making.get(id) ?? this.#make(id, state).finally(() => this.#making.delete(id));
    this.#making.set(id, made);
    return made;
  }

  async #make(id: string, state: string): Promise<Quarter> {
    if (!this.periods.includes(id)) throw new NotThere();
    try {
      const quarter = await this.#read(id);
      this.#trouble = null;
      this.#kept.set(id, { state, quarter });
      return quarter;
    } catch (error) {
      const before = this.#kept.get(id);
      if (!(error instanceof UserError) || !before) throw error;
      this.#trouble = error;
      this.#kept.set(id, { ...before, state });
      return before.quarter;
    }
  }

  async #read(id: string): Promise<Quarter> {
    const period = parsePeriod(id);
    if (!period) throw new NotThere();
    const { plan, rulebook, registers } = await loadInputs(this.#files);
    this.#rulebook = plan.rulebook;
    const { audit, unread } = quarterAudit(this.#data, id);
    const { findings, bulletins, decisions, objections } = this.#inspection;
    const tracked = await findings.of(audit.units.map((unit) => unit.id));
    return new Quarter({
      ...{ period, audit, unread, plan, rulebook, registers },
      tracked: new Map(tracked.map((one) => [one.id, one])),
      decisions: await decisions.of(id),
      objections: await objections.of(id),
      unrectified: unrectifiedOf(await bulletins.lastBefore(period), audit.verdicts, audit.asOf),
      checks: new Map(builtInChecks.map((check) => [check.id, check.title])),
    });
  }

  #stateOf(id: string): string {
    return [this.#epoch, quarterAuditState(this.#data, id), inputsState(this.#files, this.#rulebook)].join('\n');
  }
}
