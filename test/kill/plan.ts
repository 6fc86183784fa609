import fc from 'fast-check';

/** The moment at which a life ends. */
export type Moment =
  /** Milliseconds after the process was started, or after its first request. */
  | { readonly by: 'time'; readonly from: 'start' | 'first-request'; readonly ms: number }
  /** While the n-th request of this life is answered, after this share of the body. */
  | { readonly by: 'request'; readonly n: number; readonly share: number }
  /** As the n-th change of an evidence file, or of the index's log, is noticed. */
  | { readonly by: 'evidence' | 'index'; readonly n: number };

/** What the power button may do beyond a kill: what was not yet known to be on the disk is gone or garbage. */
export type Damage =
  | { readonly kind: 'none' }
  | { readonly kind: 'evidence-tail-cut'; readonly share: number }
  | { readonly kind: 'evidence-tail-garbage'; readonly bytes: number }
  | { readonly kind: 'last-transactions-lost'; readonly share: number };

export interface Kill {
  readonly moment: Moment;
  readonly damage: Damage;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

const moment: fc.Arbitrary<Moment> = fc.oneof(
  fc.record({ by: fc.constant('time'), from: fc.constant('start'), ms: fc.integer({ min: 0, max: 1500 }) }),
  fc.record({ by: fc.constant('time'), from: fc.constant('first-request'), ms: fc.integer({ min: 0, max: 500 }) }),
  fc.record({ by: fc.constant('request'), n: fc.integer({ min: 1, max: 50 }), share }),
  fc.record({ by: fc.constant('request'), n: fc.integer({ min: 1, max: 50 }), share }),
  fc.record({ by: fc.constantFrom('evidence', 'index'), n: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ by: fc.constantFrom('evidence', 'index'), n: fc.integer({ min: 1, max: 40 }) }),
);

const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('none') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('evidence-tail-cut'), share }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('evidence-tail-garbage'), bytes: fc.integer({ min: 1, max: 70_000 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('last-transactions-lost'), share }) },
);

/** So many kills, the same for the same seed. */
export function planKills(count: number, seed: number): Kill[] {
  return fc.sample(fc.noBias(fc.record({ moment, damage })), { seed, numRuns: count });
}

/** The moment for another try, where a life ended by itself before this one came. */
export function sooner(moment: Moment): Moment {
  return moment.by === 'time'
    ? { ...moment, ms: Math.floor(moment.ms / 2) }
    : { ...moment, n: Math.ceil(moment.n / 2) };
}
