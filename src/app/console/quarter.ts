import type { Audit } from '../../model/audit.ts';
import type { Decision, Standing } from '../../model/decision.ts';
import type { TrackedFinding } from '../../model/finding.ts';
import type { Objection } from '../../model/objection.ts';
import { firstDay, type Period } from '../../model/period.ts';
import type { Plan, Unit } from '../../model/plan.ts';
import type { Registers } from '../../model/register.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import type { Deduction, Scorecard } from '../../model/score.ts';
import type { UnreadPart } from '../../model/unread.ts';
import type { Verdict } from '../../model/verdict.ts';
import { findingNumber } from '../../report/finding-number.ts';
import { groupIndex } from '../../score/groups.ts';
import { decidedAudit } from '../decided-audit.ts';
import { findingGone, findingThere, type QuarterFinding, type Said, saidOf } from './quarter-finding.ts';

/** What a quarter is made of. */
export interface QuarterSources {
  readonly period: Period;
  /** As the checks left it. */
  readonly audit: Audit;
  readonly unread: readonly UnreadPart[];
  readonly plan: Plan;
  readonly rulebook: Rulebook;
  readonly registers: Registers;
  readonly tracked: ReadonlyMap<string, TrackedFinding>;
  readonly decisions: readonly Decision[];
  readonly objections: readonly Objection[];
  /** Ids of verdicts that the last bulletin told of and that should have been put right by now. */
  readonly unrectified: ReadonlySet<string>;
  /** Titles of the checks by id. */
  readonly checks: ReadonlyMap<string, string>;
}

/** A unit's quarter as inspectors left it, and as the audit proposed it. */
export interface UnitQuarter {
  readonly card: Scorecard;
  readonly deductions: readonly Deduction[];
  /** What the checks say of the unit, with what inspectors decided laid over it. */
  readonly verdicts: readonly Verdict[];
  readonly proposed: { readonly card: Scorecard; readonly deductions: readonly Deduction[] };
}

/**
 * One quarter in the console's memory: what the audit found, with what inspectors and units said laid over it. A
 * decision changes one unit; everything else is worked out once.
 */
export class Quarter {
  readonly sources: QuarterSources;
  /** Every finding, in the order of units and checks; then those that are gone. */
  readonly findings: readonly QuarterFinding[];
  readonly #byId = new Map<string, QuarterFinding>();
  readonly #byNumber = new Map<string, QuarterFinding>();
  readonly #verdicts = new Map<string, Verdict[]>();
  readonly #byVerdict = new Map<string, Verdict>();
  readonly #decisions: Map<string, Decision>;
  readonly #objections = new Map<string, Objection[]>();
  readonly #units = new Map<string, UnitQuarter>();
  #decided: Audit | null = null;

  constructor(sources: QuarterSources) {
    this.sources = sources;
    const { audit, rulebook, tracked, checks, period, decisions, objections } = sources;
    const index = groupIndex(rulebook);
    const names = new Map(audit.units.map(({ id, name }) => [id, name]));
    const namesOf = (one: Pick<Verdict, 'id' | 'unit' | 'check'>, group: QuarterFinding['group']) => ({
      number: findingNumber(one.id),
      unitName: names.get(one.unit) ?? one.unit,
      checkTitle: checks.get(one.check) ?? one.check,
      group,
    });
    const there: QuarterFinding[] = [];
    for (const verdict of audit.verdicts) {
      const ofUnit = this.#verdicts.get(verdict.unit);
      if (ofUnit) ofUnit.push(verdict);
      else this.#verdicts.set(verdict.unit, [verdict]);
      if (verdict.verdict !== 'fail') continue;
      this.#byVerdict.set(verdict.id, verdict);
      const group = index.charged(verdict)[0]?.group ?? null;
      there.push(findingThere(verdict, tracked.get(verdict.id), namesOf(verdict, group)));
    }
    const begun = firstDay(period);
    const gone = [...tracked.values()].filter(
      ({ id, unit, state, since }) =>
        !this.#byVerdict.has(id) && names.has(unit) && (state === 'fixed' || state === 'lapsed') && since >= begun,
    );
    this.findings = [...there, ...gone.map((one) => findingGone(one, namesOf(one, null)))];
    for (const finding of this.findings) {
      this.#byId.set(finding.id, finding);
      this.#byNumber.set(finding.number, finding);
    }
    this.#decisions = new Map(decisions.map((one) => [one.finding, one]));
    for (const objection of objections) this.objected(objection);
  }

  get period(): Period {
    return this.sources.period;
  }

  /** The units that are assessed, as targets.yaml describes them, in its order. */
  get units(): readonly Unit[] {
    const assessed = new Set(this.sources.audit.units.map(({ id }) => id));
    return this.sources.plan.units.filter(({ id }) => assessed.has(id));
  }

  byId(id: string): QuarterFinding | undefined {
    return this.#byId.get(id);
  }

  byNumber(number: string): QuarterFinding | undefined {
    return this.#byNumber.get(number.toUpperCase());
  }

  /** The verdict behind a finding that is there. */
  verdictOf(id: string): Verdict | undefined {
    return this.#byVerdict.get(id);
  }

  /** Every verdict on a unit, as the checks left them. */
  verdictsOn(unit: string): readonly Verdict[] {
    return this.#verdicts.get(unit) ?? [];
  }

  /** The standing alone: asked of every finding of a list. */
  standingOf(finding: QuarterFinding): Standing {
    const decision = this.#decisions.get(finding.id);
    return decision ? saidOf(finding, decision, this.#objections.get(finding.id) ?? []).standing : 'pending';
  }

  said(finding: QuarterFinding): Said {
    return saidOf(finding, this.#decisions.get(finding.id), this.#objections.get(finding.id) ?? []);
  }

  /** What a finding costs as it stands, alone of its group; 0 where it costs nothing. */
  costOf(finding: QuarterFinding): number {
    const { standing, decision } = this.said(finding);
    if (!finding.isThere || finding.group === null || standing === 'rejected' || standing === 'advised') return 0;
    if (decision?.kind === 'repriced') return decision.points ?? 0;
    const { proposed } = this.unit(finding.unit);
    return proposed.deductions.find(({ verdicts }) => verdicts.includes(finding.id))?.points ?? finding.group.points;
  }

  /** A unit's points, worked out when first asked for after a change. */
  unit(id: string): UnitQuarter {
    const known = this.#units.get(id);
    if (known) return known;
    const made = this.#unitQuarter(id);
    this.#units.set(id, made);
    return made;
  }

  /** The whole audit as inspectors left it: what bulletins and reports are made of. The same object until a decision. */
  decided(): Audit {
    this.#decided ??= decidedAudit(this.sources.audit, { ...this.sources, decisions: this.#decisions });
    return this.#decided;
  }

  /** A decision was made, or taken back (null). */
  decide(finding: string, unit: string, decision: Decision | null): void {
    if (decision) this.#decisions.set(finding, decision);
    else this.#decisions.delete(finding);
    this.#units.delete(unit);
    this.#decided = null;
  }

  /** An objection was put on record, or answered. */
  objected(objection: Objection): void {
    const others = (this.#objections.get(objection.finding) ?? []).filter(({ id }) => id !== objection.id);
    this.#objections.set(objection.finding, [...others, objection]);
  }

  #unitQuarter(id: string): UnitQuarter {
    const { audit } = this.sources;
    const own: Audit = {
      ...audit,
      units: audit.units.filter((one) => one.id === id),
      verdicts: this.verdictsOn(id),
      scores: audit.scores.filter((one) => one.unit === id),
    };
    const proposed = decidedAudit(own, { ...this.sources, decisions: new Map() });
    const decided = decidedAudit(own, { ...this.sources, decisions: this.#decisions });
    const [card, before] = [decided.scores[0], proposed.scores[0]];
    if (!card || !before) throw new Error(`the audit has no scorecard of ${id}`);
    return {
      card,
      ...{ deductions: decided.deductions, verdicts: decided.verdicts },
      proposed: { card: before, deductions: proposed.deductions },
    };
  }
}
