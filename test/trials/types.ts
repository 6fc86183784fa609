import type { FileDraft } from '../../demo/types.ts';
import type { CivilDate } from '../../src/model/civil-date.ts';
import type { MetadataField } from '../../src/model/document.ts';
import type { Cadence } from '../../src/model/period.ts';
import type { Due, UnitKind } from '../../src/model/plan.ts';
import type { Registers } from '../../src/model/register.ts';
import type { Topic } from '../../src/model/topic.ts';

/** A place that nobody has been to: its names are made up for one trial. */
export interface Place {
  readonly province: string;
  readonly city: string;
  /** `云溪县`. */
  readonly district: string;
  /** How its document numbers begin: `云`. */
  readonly sign: string;
  readonly host: string;
  readonly areaCode: string;
}

export interface TrialUnit {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly kind: UnitKind;
  readonly enforcement: boolean;
  readonly phone: string;
  readonly address: string;
  readonly email: string;
  readonly code: string;
  /** 本局, 本镇 … */
  readonly self: string;
  /** 局长, 镇长 … */
  readonly head: string;
}

/** One article before a site prints it. Dates are what the page claims. */
export interface Article {
  readonly title: string;
  readonly date: CivilDate;
  /** In the list, where it shows another day. */
  readonly listDate?: CivilDate;
  /** As the list names it, where it differs. */
  readonly listTitle?: string;
  /** `policy`: the block with writing, theme and validity; `plain`: without; `none`: no block at all. */
  readonly block: 'policy' | 'plain' | 'none';
  readonly fields?: Partial<Readonly<Record<MetadataField, string>>>;
  /** Labels that the block does not have. */
  readonly without?: readonly MetadataField[];
  /** Labels whose cell is empty. */
  readonly blank?: readonly MetadataField[];
  readonly html: string;
  readonly files?: readonly (FileDraft & { readonly gone?: true; readonly unlinked?: true })[];
  /** Pages of the same site that the article links to: by title of their articles. */
  readonly see?: readonly string[];
}

export interface TrialColumn {
  readonly topic: Topic;
  readonly name: string;
  readonly every?: Cadence;
  readonly due?: Due;
  readonly articles: readonly Article[];
  /** The one article stands on the column's own page. */
  readonly inline?: true;
}

/** What is true of one duty of a unit. */
export interface Duty {
  /** `order`: in order, plainly. `decoy`: in order, and looks otherwise. `fault`: at fault. */
  readonly state: 'order' | 'decoy' | 'fault';
  /** What was done, for those who read the table of misses. */
  readonly how: string;
  /** `check/message` of each fault, with what may be said beside it. */
  readonly faults: readonly string[];
  /** Messages that are right as well, and nothing is missing where they are not given. */
  readonly also?: readonly string[];
}

/** A duty as one unit meets it: its columns, rows in registers, and the truth. */
export interface Case extends Duty {
  /** The check that it is about. */
  readonly check: string;
  readonly columns: readonly TrialColumn[];
  readonly registers?: Partial<Registers>;
}

export interface UnitWorld {
  readonly unit: TrialUnit;
  readonly cases: readonly Case[];
}

export interface World {
  readonly seed: string;
  readonly place: Place;
  readonly asOf: CivilDate;
  /** `2024Q2`. */
  readonly period: string;
  readonly units: readonly UnitWorld[];
}
