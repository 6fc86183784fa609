import { addDays, type CivilDate } from '../../src/model/civil-date.ts';
import { paragraphs, table } from '../html.ts';
import { randomFor } from '../random.ts';
import { AS_OF, onWorkday } from '../schedule.ts';
import { powersWithoutProcess } from '../state.ts';
import type { DemoUnit, Draft } from '../types.ts';

/** Kinds of powers, each with what an item of it may be about. */
const POWERS = {
  行政处罚: ['对未按规定建立台账行为的处罚', '对拒不接受监督检查行为的处罚', '对逾期不改正行为的处罚'],
  行政检查: ['对持证单位的日常检查', '对重点场所的专项检查', '对从业人员资格的检查'],
  行政强制: ['对涉案物品的查封扣押', '对违法设施的强制拆除', '对场所的临时查封'],
  行政奖励: ['对举报违法行为的奖励', '对先进单位和个人的表彰奖励'],
  行政征收: ['专项费用的征收', '基础设施配套费的征收'],
  其他权力: ['登记事项的备案', '年度报告的审查', '技术方案的备案'],
} as const;
type Power = keyof typeof POWERS;

const STEPS = ['立案或者受理', '调查核实', '审查', '告知并听取意见', '作出决定', '送达和归档'] as const;

/** The column 政务服务事项: one page for each item of power, with the elements that a citizen looks for. */
export function serviceItemDrafts(unit: DemoUnit): Draft[] {
  const lacking = powersWithoutProcess(unit);
  const others = randomFor(`powers ${unit.id}`).some(
    (Object.keys(POWERS) as [Power, ...Power[]]).filter((power) => !lacking.includes(power)) as [Power, ...Power[]],
    2,
  );
  return (Object.keys(POWERS) as Power[])
    .filter((power) => lacking.includes(power) || others.includes(power))
    .flatMap((power) =>
      // Of a kind that lacks the process some items lack it, as the bulletin says: the first.
      POWERS[power].map((matter, i) => itemDraft(unit, power, matter, i === 0 && lacking.includes(power))),
    );
}

function itemDraft(unit: DemoUnit, power: Power, matter: string, lacksProcess: boolean): Draft {
  const isAdded = lacksProcess && unit.mended.has('service-items');
  const random = randomFor(`item ${unit.id} ${power} ${matter}`);
  const process = `${random.some(STEPS, 4).join('→')}，全程不收取费用。`;
  return {
    title: `${power}：${matter}`,
    date: onWorkday(addDays('2022-03-01' as CivilDate, random.int(0, 200))),
    ...(isAdded ? { revised: AS_OF } : {}),
    body: () =>
      `${paragraphs([`现将${unit.name}实施的“${matter}”事项公布如下，供办事群众和企业查询。`])}
${table({
  header: ['要素', '内容'],
  rows: [
    ['事项名称', matter],
    ['事项类型', power],
    ['实施机关', unit.fullName],
    ['办理地点', unit.address],
    ['办理时间', '工作日上午8:30至12:00，下午1:30至5:00'],
    ['咨询电话', unit.phone],
    ...(lacksProcess && !isAdded ? [] : [['办理流程', process]]),
  ],
})}`,
  };
}
