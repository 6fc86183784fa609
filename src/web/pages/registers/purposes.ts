import type { RegisterId } from '../../../model/register.ts';

interface Purpose {
  readonly text: string;
  /** Whether verdicts rest on it, so that a change shows only after the next audit; else it counts at once. */
  readonly isJudged: boolean;
}

/** What each register is for. */
export const PURPOSES: Readonly<Record<RegisterId, Purpose>> = {
  submissions: { text: '各单位每月信息报送数和不合格数，用于报送考核', isJudged: true },
  feedback: { text: '各单位整改反馈的期限和日期，用于判定是否逾期反馈', isJudged: true },
  coverage: { text: '检查人员评定的重点栏目保障得分，未登记的按建议得分计', isJudged: false },
  personnel: { text: '领导任免和分工，用于核对领导分工、机构职能是否及时更新', isJudged: true },
  'no-event': { text: '某主题在某期间没有应公开事项的说明，登记后不作为缺失', isJudged: true },
  holidays: { text: '法定节假日和调休上班日，用于计算工作日', isJudged: true },
  waivers: { text: '经批准不减分的问题，登记后改为提醒', isJudged: true },
  applications: { text: '依申请公开的收到、延期和答复日期，用于判定是否按期答复', isJudged: true },
  tasks: { text: '交办任务的期限、完成日期和分值，未完成的减分', isJudged: true },
  bonus: { text: '年终加减分事项，只计入年度得分', isJudged: false },
  'provincial-loss': { text: '因省级评估失分而扣减当季全部得分的单位', isJudged: false },
};
