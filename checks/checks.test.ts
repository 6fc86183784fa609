import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JUDGED_ELSEWHERE } from './blank-column/check.ts';
import { builtInChecks } from './index.ts';

/** The contract's table, section 5: messages by check, advisory ones with an asterisk. */
const CONTRACT: Readonly<Record<string, string>> = {
  guide: 'missing stale incomplete* duplicate* old-law*',
  leadership: 'stale mismatch misplaced',
  'policy-format': 'unformatted',
  'double-random': 'no-plan no-results no-items* plan-layout*',
  periodic: 'overdue gap',
  privacy: 'id-number phone bank-card',
  wording: 'typo* placeholder impossible-date*',
  'annual-report':
    'missing late title-doubled copied sections no-contact unbalanced image-broken signature part-six wrong-year wrong-unit placeholder',
  applications: 'late',
  tasks: 'not-done',
  submissions: 'short',
  rectification: 'feedback-late not-fixed',
  enforcement: 'no-duties staff-layout staff-stale*',
  timeliness: 'late',
  attachments: 'none broken',
  interpretation: 'late unlinked*',
  consultation: 'short no-feedback*',
  'blank-column': 'empty',
  misplaced: 'wrong-column*',
  links: 'dead*',
  'service-items': 'no-process*',
  mailbox: 'late',
};

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('the folder of every check', () => {
  it('is one of the checks that the program runs, and the other way round', () => {
    expect(folders.sort()).toEqual(builtInChecks.map(({ id }) => id).sort());
  });
  it.each(folders)('%s has its code, its test and its page', (folder) => {
    const files = readdirSync(join(import.meta.dirname, folder));
    expect(files).toEqual(expect.arrayContaining(['check.ts', 'check.test.ts', 'README.md']));
  });
  it.each(folders)('%s says in its page what it rests on, what proves it and how it could be wrong', (folder) => {
    const page = readFileSync(join(import.meta.dirname, folder, 'README.md'), 'utf8');
    for (const heading of ['## Basis', '## What counts as proof', '## Limits', '## How it could accuse wrongly'])
      expect(page).toContain(heading);
    const check = builtInChecks.find(({ id }) => id === folder);
    for (const message of Object.keys(check?.messages ?? {})) expect(page).toContain(`\`${message}\``);
  });
});

describe('the messages of', () => {
  it.each(builtInChecks.map(({ id, messages }) => [id, messages] as const))('%s are the contract’s', (id, messages) => {
    const said = Object.entries(messages).map(([name, { advisory }]) => `${name}${advisory ? '*' : ''}`);
    expect(said.join(' ')).toBe(CONTRACT[id]);
  });
});

describe('an empty column', () => {
  it('is blank-column’s only where no other check owns its topic', () => {
    const owners = builtInChecks.filter(({ id, judges = 'columns' }) => judges === 'columns' && id !== 'periodic');
    expect([...JUDGED_ELSEWHERE].sort()).toEqual([...new Set(owners.flatMap(({ topics }) => topics))].sort());
  });
});
