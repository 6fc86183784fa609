import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CERTAIN_ERRORS } from '../checks/wording/certain-errors.ts';
import { impossibleDates } from '../checks/wording/dates.ts';
import { typoFinder } from '../checks/wording/typos.ts';
import { allColumns, textOf } from '../demo/testing.ts';

const file = join(import.meta.dirname, '../checks/wording/certain-errors.yaml');
const { entries } = parse(readFileSync(file, 'utf8')) as {
  entries: { wrong: string; right: string; example: string; except?: string[] }[];
};
const typosOf = typoFinder(CERTAIN_ERRORS);

describe('the list of certain errors', () => {
  it('has no entry twice, or within another', () => {
    const wrongs = entries.map(({ wrong }) => wrong);
    const clashes = wrongs.flatMap((one, i) => wrongs.filter((other, j) => i !== j && other.includes(one)));
    expect(clashes).toEqual([]);
  });

  it.each(entries)('finds $wrong in its example, and nothing else', ({ wrong, right, example }) => {
    expect(typosOf(example)).toMatchObject([{ wrong, right, from: example.indexOf(wrong) }]);
  });

  it('finds nothing in what it holds to be right', () => {
    for (const { wrong, right, example, except = [] } of entries) {
      for (const text of [right, example.replace(wrong, right), ...except])
        expect.soft(typosOf(text), text).toEqual([]);
    }
  });

  it('matches nothing in the demonstration district’s text, all of whose dates exist', () => {
    const documents = allColumns().flatMap((column) => column.documents);
    expect(documents.length).toBeGreaterThan(3000);
    const found = documents.flatMap((document) => {
      const text = textOf(document);
      const hits = [...typosOf(text), ...impossibleDates(text, () => new Set())];
      return hits.map(({ from, to }) => `${document.title}: ${text.slice(from - 5, to + 5)}`);
    });
    expect(found).toEqual([]);
  });
});
