import type { Series } from './text/periodic.ts';
import type { DemoUnit } from './types.ts';

type Owed = Omit<Series, 'due'> & { readonly due?: string };

/** Makes the builder for columns of one cadence. */
const owes =
  (every: Series['every']) =>
  (topic: Series['topic'], name: string, subject: string, figures: Series['figures']): Owed => ({
    topic,
    name,
    subject,
    figures,
    every,
  });
const month = owes('month');
const quarter = owes('quarter');
const halfYear = owes('half-year');

const key = (owed: Owed): Owed => ({ ...owed, key: true });
/** Charged by the bulletin: nothing since the first quarter. */
const overdue = (owed: Owed): Owed => ({ ...owed, key: true, stopped: true });
/** Only pointed out by the bulletin. */
const reminded = (owed: Owed): Owed => ({ ...owed, advise: true, stopped: true });

const allowance = month('elderly-allowance', '高龄津贴发放', '高龄老人津贴发放情况', [
  '80至89周岁（人）',
  '90至99周岁（人）',
  '百岁以上（人）',
]);
const water = quarter('water-quality', '饮用水安全状况', '饮用水安全状况信息', [
  '出厂水监测点（个）',
  '末梢水监测点（个）',
  '合格样品（份）',
]);

const fees: Owed = {
  ...owes('year')('fees', '行政事业性收费目录', '行政事业性收费目录', ['收费项目（项）', '取消项目（项）']),
  due: '+0 06-30',
};
const audit = (name: string, subject: string): Owed => ({
  ...owes('year')('audit-report', name, subject, ['审计项目（个）', '问题金额（万元）']),
  due: '06-30',
});

const BY_UNIT: Readonly<Record<string, readonly Owed[]>> = {
  区教体局: [key(quarter('other', '学校食堂检查', '学校食堂检查情况', ['检查学校（所）', '整改事项（项）']))],
  区民政局: [key(allowance), month('other', '社会救助', '城乡低保金发放情况', ['保障户数（户）', '发放金额（万元）'])],
  区自然资源局: [
    key(quarter('other', '土地供应', '国有建设用地供应情况', ['出让宗数（宗）', '出让面积（公顷）'])),
    fees,
  ],
  区行政审批服务局: [
    key(month('other', '办件统计', '政务服务办件情况', ['受理件（件）', '办结件（件）', '网办件（件）'])),
    fees,
  ],
  区应急管理局: [
    key(month('other', '安全生产检查', '安全生产检查情况', ['检查企业（家）', '发现隐患（项）', '整改完成（项）'])),
    {
      ...quarter('statistics', '生产安全事故统计', '生产安全事故统计', ['一般事故（起）', '直接损失（万元）']),
      quiet: { period: '2023Q2', reason: '辖区内未发生生产安全事故' },
    },
  ],
  区市场监管局: [
    overdue(quarter('fair-competition', '反不正当竞争', '反不正当竞争工作情况', ['立案查处（件）', '政策宣传（场）'])),
    month('other', '食品抽检', '食品安全监督抽检情况', ['抽检批次（批）', '合格批次（批）']),
  ],
  临淄生态环境分局: [
    reminded(
      month('air-quality', '空气质量报告', '环境空气质量报告', [
        'PM2.5（微克/立方米）',
        'PM10（微克/立方米）',
        '良好天数（天）',
      ]),
    ),
    key(water),
  ],
  临淄公安分局: [
    key(month('statistics', '户政业务统计', '户政业务办理统计', ['户口登记（件）', '居民身份证（件）'])),
    quarter('other', '交通安全', '道路交通安全宣传情况', ['宣传活动（场）', '覆盖学校（所）']),
  ],
  区退役军人局: [
    key(quarter('employment', '退役军人就业', '退役军人就业服务情况', ['推荐岗位（个）', '参加培训（人）'])),
    halfYear('other', '优待抚恤', '优待抚恤金发放情况', ['优抚对象（人）', '发放金额（万元）']),
  ],
  区财政局: [
    overdue(
      quarter('direct-funds', '财政资金直达基层', '财政资金直达基层工作进展', ['下达资金（万元）', '支出资金（万元）']),
    ),
    overdue(quarter('procurement', '政府采购', '政府采购实施情况', ['采购预算（万元）', '采购金额（万元）'])),
    reminded(quarter('budget', '财政收支', '财政收支情况', ['一般公共预算收入（万元）', '一般公共预算支出（万元）'])),
    reminded(quarter('other', '国企经营情况', '区属国有企业经营情况', ['资产总额（万元）', '营业收入（万元）'])),
    { ...fees, advise: true, stopped: '2022' },
  ],
  区交通运输局: [
    key(quarter('major-projects', '重大建设项目', '交通重大建设项目进展情况', ['在建项目（个）', '完成投资（万元）'])),
    month('other', '农村公路养护', '农村公路养护情况', ['巡查里程（公里）', '修补路面（平方米）']),
  ],
  区卫健局: [
    reminded(
      quarter('medical-resources', '医疗资源配置', '医疗资源配置情况', [
        '医疗机构（家）',
        '实有床位（张）',
        '执业医师（人）',
      ]),
    ),
    reminded(allowance),
    key(water),
  ],
  区综合行政执法局: [key(month('other', '市容巡查', '市容秩序巡查情况', ['巡查路段（条）', '清理广告（处）']))],
  区信访局: [key(month('other', '信访办理', '群众来信来访办理情况', ['来信（件）', '来访（批次）', '按期办结（件）']))],
  临淄医保分局: [
    reminded(quarter('medical-aid', '医疗救助', '医疗救助实施情况', ['救助人次（人次）', '救助金额（万元）'])),
    key(month('other', '医保基金运行', '医保基金运行情况', ['基金收入（万元）', '基金支出（万元）'])),
  ],
  区工信局: [key(month('statistics', '工业运行数据', '工业经济运行数据', ['规上企业（家）', '用电量（万千瓦时）']))],
  区统计局: [
    overdue(
      month('statistics', '统计数据', '主要经济指标统计数据', [
        '规上工业增加值指数',
        '社会消费品零售额（万元）',
        '固定资产投资（万元）',
      ]),
    ),
  ],
  区文物局: [key(quarter('other', '文物保护', '文物安全巡查情况', ['巡查点位（处）', '修缮项目（项）']))],
  区发改局: [
    overdue(
      quarter('major-projects', '重大建设项目', '重大建设项目清单及进展情况', ['在建项目（个）', '完成投资（万元）']),
    ),
    month('other', '价格监测', '居民生活必需品价格监测情况', ['监测品种（个）', '价格平稳品种（个）']),
  ],
  区人社局: [
    overdue(
      quarter('employment', '就业专项活动', '就业服务专项活动开展情况', [
        '招聘会（场）',
        '提供岗位（个）',
        '帮扶人数（人）',
      ]),
    ),
    month('other', '社保基金', '社会保险基金收支情况', ['基金收入（万元）', '基金支出（万元）']),
  ],
  区住建局: [key(month('other', '保障性住房', '保障性住房建设进展情况', ['在建套数（套）', '竣工套数（套）']))],
  区农业农村局: [
    overdue(
      quarter('rural-revitalisation', '乡村振兴', '乡村振兴工作进展情况', ['实施项目（个）', '投入资金（万元）']),
    ),
    reminded(quarter('other', '农业生产发展资金', '农业生产发展资金使用情况', ['补贴农户（户）', '补贴金额（万元）'])),
    reminded(quarter('other', '动物防疫补贴', '动物防疫补贴发放情况', ['补贴人员（人）', '补贴金额（万元）'])),
  ],
  区文旅局: [
    reminded(
      quarter('culture', '公共文化机构免费开放', '公共文化机构免费开放情况', ['开放场馆（个）', '服务人次（人次）']),
    ),
    reminded(
      quarter('culture', '群众文化活动与展览讲座', '群众文化活动和展览讲座情况', [
        '活动场次（场）',
        '参加人次（人次）',
      ]),
    ),
    reminded(quarter('culture', '非物质文化遗产', '非物质文化遗产展示传播情况', ['展示活动（场）', '传承项目（项）'])),
  ],
  区科技局: [key(quarter('other', '科技项目', '科技项目实施情况', ['在研项目（个）', '完成验收（个）']))],
  区司法局: [key(month('other', '法律援助', '法律援助案件办理情况', ['受理案件（件）', '办结案件（件）']))],
  区水利局: [
    key(water),
    quarter('major-projects', '水利工程', '水利重点工程进展情况', ['在建工程（个）', '完成投资（万元）']),
  ],
  区审计局: [
    { ...audit('审计报告', '审计工作报告'), key: true, stopped: '2021' },
    { ...audit('预算执行审计', '区级预算执行和其他财政收支审计工作报告'), advise: true, stopped: '2021' },
  ],
  区商务局: [key(month('statistics', '商务运行数据', '商务经济运行数据', ['限上企业（家）', '网络零售额（万元）']))],
};

const TOWN: readonly Owed[] = [
  key(quarter('rural-revitalisation', '乡村振兴', '乡村振兴工作进展情况', ['实施项目（个）', '投入资金（万元）'])),
  key(allowance),
  quarter('other', '惠民补贴', '惠民惠农补贴发放情况', ['补贴农户（户）', '补贴金额（万元）']),
];
const SUBDISTRICT: readonly Owed[] = [
  key(quarter('employment', '就业创业', '就业创业服务情况', ['招聘会（场）', '提供岗位（个）'])),
  key(allowance),
  quarter('culture', '公共文化', '社区文化活动情况', ['活动场次（场）', '参加人次（人次）']),
];

/** Towns whose quarter is told by a no-event notice on the site instead of figures. */
const QUIET: Readonly<Record<string, Series['quiet']>> = {
  金岭回族镇: { period: '2023Q2', reason: '补贴资金由上级部门集中于下半年发放' },
};

/** What a unit owes month by month, quarter by quarter and year by year. */
export function seriesOf(unit: DemoUnit): readonly Series[] {
  const owed = unit.kind === 'town' ? TOWN : unit.kind === 'subdistrict' ? SUBDISTRICT : (BY_UNIT[unit.name] ?? []);
  const quiet = QUIET[unit.name];
  return owed.map((one) => ({
    due: '20wd',
    ...one,
    ...(quiet && one.name === '惠民补贴' ? { quiet } : {}),
    // Its second quarter is explained in the register of no-event notices alone.
    ...(unit.name === '稷下街道' && one.name === '公共文化' ? { stopped: true as const } : {}),
  }));
}
