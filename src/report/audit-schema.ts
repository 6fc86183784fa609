import { z } from 'zod';
import type { Audit } from '../model/audit.ts';
import { type CivilDate, parseCivilDate } from '../model/civil-date.ts';
import { parsePeriod } from '../model/period.ts';
import { TOPIC_IDS } from '../model/topic.ts';
import type { NotApplicable, Why } from '../model/why.ts';
import { NOT_APPLICABLE, WHYS } from '../model/why.ts';

const day = z.iso
  .date()
  .refine((text) => parseCivilDate(text) !== null)
  .transform((text) => text as CivilDate);
const quarter = z.string().refine((text) => parsePeriod(text)?.cadence === 'quarter');
const points = z.number().nonnegative();
const reasons = [...Object.keys(WHYS), ...Object.keys(NOT_APPLICABLE)] as [Why | NotApplicable];

const basis = z.strictObject({ document: z.string(), clause: z.string() });

const ref = z.strictObject({
  url: z.string(),
  capturedAt: z.iso.datetime(),
  sha256: z.string().regex(/^(?:[0-9a-f]{64})?$/),
  record: z.string(),
  quote: z.exactOptional(z.string()),
});

const verdict = z.strictObject({
  id: z.string(),
  unit: z.string(),
  check: z.string(),
  topic: z.enum(TOPIC_IDS),
  column: z.string().nullable(),
  subject: z.string(),
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'not-applicable']),
  message: z.string().nullable(),
  advisory: z.boolean(),
  alert: z.exactOptional(z.literal(true)),
  state: z.enum(['conforming', 'defective', 'no-event', 'empty', 'unreadable']).nullable(),
  text: z.string(),
  fix: z.string().nullable(),
  basis: z.array(basis),
  reason: z.enum(reasons).nullable(),
  evidence: z.array(ref),
});

/** The JSON of `xunjian audit --format json`, field for field and in the order of the contract, section 6. */
export const auditSchema = z.strictObject({
  schema: z.literal('xunjian.audit/1'),
  district: z.string(),
  asOf: day,
  period: quarter,
  units: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['department', 'town', 'subdistrict', 'enterprise']),
    }),
  ),
  run: z.strictObject({
    id: z.string(),
    startedAt: z.iso.datetime(),
    captures: z.int().nonnegative(),
    unreadable: z.int().nonnegative(),
  }),
  verdicts: z.array(verdict),
  deductions: z.array(z.strictObject({ unit: z.string(), group: z.string(), points, verdicts: z.array(z.string()) })),
  scores: z.array(
    z.strictObject({
      unit: z.string(),
      base: points,
      coverage: points,
      coverageFrom: z.enum(['register', 'suggested']),
      keyColumns: z.exactOptional(
        z.strictObject({ total: z.int().nonnegative(), updated: z.int().nonnegative(), unread: z.int().nonnegative() }),
      ),
      deducted: points,
      total: points,
      open: points,
    }),
  ),
});

/** Stops the compiler where this schema and the model's `Audit` are no longer the same type (`readonly` aside). */
type Writable<T> = T extends string | number | boolean | null | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
true satisfies Same<Writable<z.output<typeof auditSchema>>, Writable<Audit>>;
