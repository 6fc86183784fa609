import {
  type Document,
  defineCheck,
  ENFORCEMENT_ELEMENTS,
  type EnforcementElement,
  monthDay,
  onYear,
  type Ref,
  refOf,
  refsOf,
  type Unknown,
  yearOf,
  z,
} from '../kit.ts';
import { ageOf, areCardsValid } from './current.ts';
import { publishes } from './duties.ts';
import { BUILT_IN, isStaffList, laidOutLike, modelHeader, nearest } from './staff.ts';

export default defineCheck({
  id: 'enforcement',
  title: '行政执法公示',
  topics: ['enforcement'],
  models: ['enforcement-staff'],
  enforcementOnly: true,
  basis: [
    { document: '国办发〔2018〕118号', clause: '事前公开' },
    { document: '临政办字〔2021〕8号', clause: '第六条（一）2' },
  ],
  messages: {
    'no-duties': {
      text: '执法人员资格清单目录未发布{missing}信息',
      fix: '请在“{column}”栏目的执法人员资格清单目录中发布{missing}信息',
    },
    'staff-layout': {
      text: '执法人员资格清单未按要求格式公开（{found}）',
      fix: '请参照样式页面，在“{column}”栏目按姓名、单位、执法证号、执法类别（区域）、有效期等列重新发布执法人员资格清单',
    },
    'staff-stale': {
      text: '执法人员资格清单{year}年未更新（最新一份为《{title}》{newest}）',
      fix: '请核对在岗执法人员和证件有效期，在“{column}”栏目更新执法人员资格清单',
      advisory: true,
    },
  },
  params: z.strictObject({
    /** Share of common headings from which a list is laid out like the model. */
    similarity: z.number().min(0).max(1).default(0.7),
    /** A list of an earlier year is pointed out from this day on. */
    staffFrom: monthDay('04-01'),
  }),
  subject: ({ unit }) => unit.id,
  run({ asOf, params, topic, model, report }) {
    const facts = topic('enforcement');
    const column = facts.columns[0]?.name ?? '';
    const pinned = model('enforcement-staff');
    const header = pinned === null ? null : modelHeader(pinned);
    const models = [...(header?.kind === 'header' ? [header.cells] : []), BUILT_IN];

    judgeDuties();
    judgeLayout();
    judgeAge();

    function judgeDuties(): undefined {
      const elements = Object.keys(ENFORCEMENT_ELEMENTS) as EnforcementElement[];
      const found = elements.map((element) => ({ element, outcome: facts.find(publishes(element)) }));
      const documents = new Map<string, Document>();
      const missing: string[] = [];
      const refs: Ref[] = [];
      let unknown: Unknown | null = null;
      for (const { element, outcome } of found) {
        const name = ENFORCEMENT_ELEMENTS[element];
        if (outcome.kind === 'present') documents.set(outcome.value.url, outcome.value);
        else if (outcome.kind === 'unknown') unknown ??= { ...outcome, detail: `${name}：${outcome.detail}` };
        else {
          missing.push(name);
          refs.push(...outcome.coverage.refs);
        }
      }
      const [first, ...rest] = unique(refs);
      const message = 'no-duties';
      if (first) return report.fail(message, { missing: missing.join('、'), column }, [first, ...rest]);
      if (unknown) return report.inconclusive(unknown, { message });
      const titles = [...documents.values()].map(({ title }) => `《${title}》`).join('、');
      const evidence = [...documents.values()].flatMap(refsOf);
      return report.pass(`已发布执法职责、执法权限和执法岗位信息：${titles}`, evidence, { message });
    }

    function judgeLayout(): undefined {
      const message = 'staff-layout';
      const list = facts.find(laidOutLike(models, params.similarity));
      if (list.kind === 'present') {
        const { title, column: place } = list.value;
        return report.pass(`执法人员资格清单格式符合要求：《${title}》`, refsOf(list.value), {
          message,
          column: place,
        });
      }
      if (list.kind === 'unknown') return report.inconclusive(list, { message });
      if (header?.kind === 'unknown') return report.inconclusive(header, { message });
      const near = nearest(facts.documents, models);
      const modelRefs = header?.kind === 'header' ? [header.ref] : [];
      if (!near) {
        const [first, ...rest] = list.coverage.refs;
        return report.fail(message, { found: '栏目中没有执法人员资格清单', column }, [first, ...rest, ...modelRefs]);
      }
      const { document, like } = near;
      const cells = like ? [...new Set(like.header)].join('、') : '';
      const found = like
        ? `《${document.title}》的表头为“${cells}”，相似度${Math.round(like.similarity * 100)}%`
        : `《${document.title}》中没有清单表格`;
      const evidence = unique([refOf(document.ref, `表头：${cells}`), ...list.coverage.refs, ...modelRefs]);
      const [first = document.ref, ...rest] = evidence;
      return report.fail(message, { found, column: document.column.name }, [first, ...rest], {
        column: document.column,
      });
    }

    function judgeAge(): undefined {
      const year = yearOf(asOf);
      const about = { message: 'staff-stale', advisory: true } as const;
      const { found: lists, rest } = facts.sift({ match: isStaffList });
      const [first, ...others] = lists;
      const current = lists.find((document) => ageOf(document, asOf).isOfYear);
      if (current)
        return report.pass(`执法人员资格清单${year}年已更新：《${current.title}》`, refsOf(current), {
          ...about,
          column: current.column,
        });
      if (rest.kind === 'unknown') return report.inconclusive(rest, about);
      // Without any list, staff-layout has said so.
      if (!first) return;
      if (asOf < onYear(params.staffFrom, year))
        return report.notApplicable('not-due', `${year}年执法人员资格清单`, about);
      const ages = lists.map((document) => ({ document, ...ageOf(document, asOf) }));
      const perhaps = ages.find(({ isPerhapsOfYear }) => isPerhapsOfYear);
      if (perhaps) return report.inconclusive(unsure(perhaps.document, '更新日期'), about);
      const valid = lists.map((document) => ({ document, valid: areCardsValid(document, asOf) }));
      const excused = valid.find((one) => one.valid === true);
      if (excused)
        return report.pass(`《${excused.document.title}》所列证件均在有效期内`, refsOf(excused.document), {
          ...about,
          column: excused.document.column,
        });
      const unclear = valid.find((one) => one.valid === null);
      if (unclear) return report.inconclusive(unsure(unclear.document, '证件有效期'), about);
      const newest = ages.reduce((a, b) => ((b.newest ?? '') > (a.newest ?? '') ? b : a));
      const { title, column: place } = newest.document;
      const evidence = unique([...refsOf(first), ...others.flatMap(refsOf), ...rest.coverage.refs]);
      const [head = first.ref, ...tail] = evidence;
      const values = { year, title, newest: newest.newest ?? '', column: place.name };
      return report.fail('staff-stale', values, [head, ...tail], { column: place });
    }
  },
});

const unsure = ({ title, ref }: Document, what: string): Unknown => ({
  kind: 'unknown',
  why: 'unparsed',
  detail: `未能识别《${title}》的${what}`,
  refs: [ref],
});

/** Each capture once, the first with what it quotes. */
const unique = (refs: readonly Ref[]): Ref[] =>
  refs.filter((ref, i) => refs.findIndex(({ record }) => record === ref.record) === i);
