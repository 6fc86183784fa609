import { expect, it } from 'vitest';
import { readPdf } from './pdf.ts';

/** Functions of the language that everything else is built on, by name. */
function builtIns(): Map<string, unknown> {
  const classes = [Array, Function, JSON, Map, Math, Number, Object, Promise, Reflect, RegExp, Set, String, Uint8Array];
  const holders = classes.flatMap((one) => ('prototype' in one ? [one, one.prototype] : [one]));
  return new Map(
    holders.flatMap((holder, i) =>
      Object.entries(Object.getOwnPropertyDescriptors(holder)).flatMap(([name, { value }]): [string, unknown][] =>
        typeof value === 'function' ? [[`${i} ${name}`, value]] : [],
      ),
    ),
  );
}

it('leaves the built-in functions of the program as they were, for two files at once too', async () => {
  const before = builtIns();
  const broken = Buffer.from('%PDF-1.4\n%%EOF\n');
  const readings = await Promise.allSettled([readPdf(broken), readPdf(broken)]);
  expect(readings.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const after = builtIns();
  expect([...before].flatMap(([name, value]) => (after.get(name) === value ? [] : [name]))).toEqual([]);
});
