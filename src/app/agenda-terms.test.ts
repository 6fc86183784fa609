import { describe, expect, it } from 'vitest';
import { builtInChecks } from '../../checks/index.ts';
import { ASKED } from '../agenda/input.ts';
import { loadRulebook } from '../config/rulebook.ts';
import { UserError } from '../model/user-error.ts';
import { agendaTerms } from './agenda-terms.ts';

const rulebook = loadRulebook('linzi-2023');
const department = { fullName: '临淄区司法局' };

describe('the terms of an agenda', () => {
  it('are those of the rulebook and of the checks', () => {
    expect(agendaTerms(rulebook, department)).toMatchObject({
      graceWorkdays: 2,
      guideChargedFrom: '04-01',
      reportDue: '01-31',
      planFrom: '04-01',
      planChargedFrom: '07-01',
      resultsFrom: '04-01',
      answer: { workdays: 20, extension: 20 },
    });
    expect(agendaTerms(rulebook, department).basis.tasks[0]).toEqual({
      document: '临政办字〔2021〕8号',
      clause: '第十条',
    });
  });

  it('follow the rulebook, and what it leaves open the checks', () => {
    const params = { guide: { chargeFrom: '05-01' }, applications: { workdays: 10 } };
    expect(agendaTerms({ ...rulebook, params }, department)).toMatchObject({
      guideChargedFrom: '05-01',
      answer: { workdays: 10, extension: 20 },
    });
  });

  it('give the district’s government more time for its report', () =>
    expect(agendaTerms(rulebook, { fullName: '临淄区人民政府' }).reportDue).toBe('03-31'));

  it('refuse what a check does not take', () =>
    expect(() => agendaTerms({ ...rulebook, params: { guide: { chargeFrom: 'soon' } } }, department)).toThrow(
      UserError,
    ));

  it.each(Object.entries(ASKED))('ask %s for messages that it has', (id, messages) => {
    const check = builtInChecks.find((one) => one.id === id);
    for (const message of messages) expect(Object.keys(check?.messages ?? {})).toContain(message);
  });
});
