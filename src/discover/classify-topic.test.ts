import { describe, expect, it } from 'vitest';
import { TOPICS, type Topic } from '../model/topic.ts';
import { classifyTopic } from './classify-topic.ts';

const URL = 'http://www.example.gov.cn/gongkai/site_x/channel_c6437/';
const classify = (name: string, more: Partial<Parameters<typeof classifyTopic>[0]> = {}) =>
  classifyTopic({ name, url: URL, above: [], titles: [], ...more });

/** Names as columns of districts bear them, none of them from the demonstration alone. */
const NAMES: Readonly<Partial<Record<Topic, string>>> = {
  guide: '政府信息公开指南 公开指南 政务公开指南 信息公开工作指南 2023年信息公开指南',
  'annual-report':
    '政府信息公开年报 政府信息公开年度报告 政府信息公开工作年度报告 信息公开年度报告 公开年报 信息公开工作报告',
  leadership:
    '领导之窗 领导信息 领导简介 领导班子 领导介绍 领导成员 班子成员 局领导 领导简历 党政领导 机构领导 主要负责人',
  'org-functions':
    '机构概况 内设机构 机构设置 机构信息 组织机构 机关简介 单位职责 主要职能 部门概况 下属单位 直属机构 三定方案 法定职责 所属机构 机关职能 镇(街道)概况 镇情简介 科室设置 联系方式',
  personnel: '人事信息 任免公示 干部任前公示 人事变动 人事任命',
  'policy-docs':
    '规范性文件 法规公文 政策法规 行政规范性文件库 重大政策转载 政策文件及解读 政府文件 部门文件 区政府文件 政策性文件 文件库 本级文件 法律法规 惠企政策 公文公开 规章文件',
  interpretation: '政策图解 文字解读 部门解读 解读回应 文件解读 一图读懂 政策问答 领导解读 规范性文件解读 会议解读稿',
  consultation: '民意征集 意见征集与反馈 征求意见 决策预公开 公开征求意见 调查征集 网上调查 意见反馈 政策文件意见征集',
  'double-random':
    '双随机抽查 随机抽查事项清单 抽查计划 抽查结果 “双随机、一公开”监管 部门联合双随机抽查 双随机一公开监管结果',
  enforcement:
    '行政执法信息公示 执法人员 执法公示 执法事项清单 行政执法三项制度 执法流程 执法清单 安全生产执法检查 行政强制 行政检查 行政许可结果公示',
  penalties: '行政处罚公示 处罚强制 行政处罚决定 行政处罚案件信息 双公示 行政许可和行政处罚',
  budget:
    '财政预算 部门决算 三公经费 部门预决算 预算/决算 财政信息 政府预算 镇级预决算 预决算公开 部门预算公开 预算绩效 政府债务 财政收支 资金信息',
  procurement: '政府采购公告 采购意向 集中采购目录 政府采购实施情况 采购信息',
  'major-projects': '重大项目 重点项目 重大工程 重点工程建设 重大建设项目批准和实施 政府投资项目 重大民生工程 项目进展',
  'direct-funds': '直达资金 财政资金直达基层 惠企利民直达资金监控',
  'rural-revitalisation': '乡村振兴工作进展 巩固拓展脱贫攻坚成果同乡村振兴有效衔接 扶贫工作 脱贫攻坚',
  employment: '就业信息 公共就业服务 创业扶持 就业补贴 稳岗就业 就业帮扶 职业培训 招聘信息',
  statistics: '统计信息 统计公报 经济数据 数据发布 国民经济运行 统计月报 统计年鉴 主要经济指标',
  'audit-report': '审计公开 审计结果公告 审计信息 审计整改 预算执行审计',
  'air-quality': '空气质量月报 环境空气质量状况 大气环境',
  'water-quality': '饮用水水源地 饮水安全 城市供水水质 水质监测 饮用水水质',
  'medical-aid': '城乡医疗救助 医疗救助资金 大病救助',
  'elderly-allowance': '高龄补贴 老年人福利补贴 高龄老人补助 老年人补贴',
  'medical-resources': '医疗卫生机构 卫生资源配置 医疗机构设置 医疗资源',
  culture: '公共文化服务 文化活动 非遗保护 文化馆 图书馆服务 文化场馆免费开放 文化惠民 文化体育',
  fees: '行政事业性收费 收费清单 涉企收费 收费标准 政府性基金目录',
  'fair-competition': '公平竞争审查 反垄断与反不正当竞争',
  proposals: '建议提案办理 人大代表建议办理 政协提案答复 议案提案 人大建议和政协提案 提案办理',
  meetings: '政府常务会议 常务会议 全体会议 区长办公会议 会议公开 党组会议',
  gazette: '区政府公报 政府公报目录',
  'powers-list': '权力清单 责任清单 权责清单和权力运行流程 权力事项清单 行政权力 职权目录',
  catalogue: '政府信息主动公开目录 主动公开基本目录 公开事项目录 基层政务公开标准目录',
  'service-items': '办事指南 服务指南 政务服务 公共服务事项 审批事项 行政许可 办理流程 一件事一次办',
  mailbox: '区长信箱 局长信箱 部门信箱 咨询投诉 来信选登 区长热线 互动交流 网上留言',
  other:
    '依申请公开 通知公告 工作动态 部门动态 政务要闻 规划计划 应急预案 安全生产 食品药品安全 义务教育 社会救助 保障性住房 征地补偿 国资国企 价格监测 营商环境 法治政府建设 政务公开工作要点 政府工作报告 公务员招考 招标投标 公共资源交易 网站工作年度报表 文物保护 领导活动 惠民补贴 政府信息公开制度 回应关切 信访工作 养老服务 优待抚恤 专题专栏 公共监管信息 国资国企信息 年度计划总结 专项规划 环境保护 医保基金运行 食品抽检',
};
const ROWS = Object.entries(NAMES).flatMap(([topic, names]) => names.split(' ').map((name) => [name, topic] as const));

describe('the topic of a column by its name', () => {
  it('has more than two hundred names of all topics', () => {
    expect(ROWS.length).toBeGreaterThan(200);
    expect(new Set(ROWS.map(([, topic]) => topic)).size).toBe(Object.keys(TOPICS).length);
  });

  it.each(ROWS)('%s: %s', (name, topic) => {
    expect(classify(name)).toMatchObject({ topic });
  });

  it('is surest of the name that the list of topics has, and unsure of one that says nothing', () => {
    for (const [topic, name] of Object.entries(TOPICS)) {
      const guess = classify(name);
      expect(guess.topic).toBe(topic);
      expect(guess.confidence).toBeGreaterThan(0.9);
    }
    expect(classify('风采展示台').confidence).toBeLessThan(0.8);
    expect(classify('示例园地')).toEqual({ topic: 'other', confidence: 0.3, why: '名称中没有主题用语' });
  });
});

describe('other signs', () => {
  it('a name that says nothing takes the topic of what stands above it', () => {
    const guess = classify('2023年', { above: ['部门预决算', '财政信息'] });
    expect(guess).toMatchObject({ topic: 'budget', why: '上级栏目为“部门预决算”' });
    expect(classify('事后公开', { above: ['行政执法公示'] }).topic).toBe('enforcement');
    expect(classify('年度计划', { above: ['双随机、一公开'] }).topic).toBe('double-random');
  });

  it('a name that says its topic keeps it, wherever it stands', () => {
    expect(classify('通知公告', { above: ['就业创业'] }).topic).toBe('other');
    expect(classify('政府采购', { above: ['财政预决算'] }).topic).toBe('procurement');
  });

  it('the name of the tree is no sign', () => {
    expect(classify('市容巡查', { above: ['信息公开目录', '法定主动公开内容'] }).topic).toBe('other');
  });

  it('the address speaks by the abbreviations that sites use', () => {
    const zfxxgknb = classify('栏目', { url: 'http://x.example/zwgk/zfxxgknb/index.html' });
    expect(zfxxgknb).toMatchObject({ topic: 'annual-report', why: '网址含“zfxxgknb”' });
    expect(classify('栏目', { url: 'http://x.example/site/?open=zfxxgkzn' }).topic).toBe('guide');
  });

  it('what is published in it speaks where the name does not', () => {
    const titles = ['某局2023年度部门预算', '某局2022年度部门决算', '某局2022年度部门预算', '情况说明'];
    expect(classify('经费', { titles })).toMatchObject({ topic: 'budget', why: '所列4条标题中3条属于财政预决算' });
    const numbered = ['关于印发《某办法》的通知', '某政办字〔2022〕3号', '关于公布某清单的通知'];
    expect(classify('资料', { titles: numbered }).topic).toBe('policy-docs');
  });

  it('signs that agree make it surer, signs that differ less sure, and the rival is named', () => {
    const alone = classify('人事信息');
    const agreed = classify('人事信息', { titles: ['关于某同志任职的通知', '关于某同志免职的通知'] });
    const disputed = classify('人事信息', { titles: ['2022年度部门决算', '2023年度部门预算'] });
    expect(agreed.confidence).toBeGreaterThan(alone.confidence);
    expect(disputed.confidence).toBeLessThan(alone.confidence);
    expect(disputed.why).toContain('也可能是财政预决算');
  });

  it('a name that is stretched or decorated means the same', () => {
    expect(classify('　政 策 解 读 >>').topic).toBe('interpretation');
    expect(classify('【双随机、一公开】').topic).toBe('double-random');
  });
});
