import { z } from 'zod';
import { CMS_FAMILIES } from '../model/plan.ts';
import { TOPICS } from '../model/topic.ts';
import { strict } from './advice.ts';
import * as field from './fields.ts';

const MEGABYTE = 1024 * 1024;

/** «guide 信息公开指南、…», so that an editor shows what each id means. */
const TOPIC_LIST = Object.entries(TOPICS)
  .map(([id, name]) => `${id} ${name}`)
  .join('、');

const column = strict({
  topic: field.topic.meta({ title: '主题', description: TOPIC_LIST }),
  name: field.name.optional().meta({ title: '栏目名称', description: '不填时用主题的名称' }),
  url: field.address.meta({ title: '栏目网址', description: '完整网址，或以 / 开头的站内路径' }),
  every: z
    .enum(['month', 'quarter', 'half-year', 'year'])
    .optional()
    .meta({ title: '公开周期', description: 'month 每月、quarter 每季、half-year 每半年、year 每年' }),
  due: field.due.optional().meta({
    title: '公开期限',
    description:
      '20wd：期满后 20 个工作日；20d：20 天；09-30：次年该日（仅 year）；+0 09-30：当年该日。有周期而不填时为 20wd',
  }),
  key: z.boolean().default(false).meta({ title: '重点栏目', description: '计入重点栏目保障得分' }),
  advise: z.boolean().default(false).meta({ title: '只提醒', description: '未按期公开时只提醒，不减分' }),
}).meta({ title: '栏目' });

const unit = strict({
  id: field.id.meta({ title: '编号', description: '全区唯一，例如 lzqsfj' }),
  name: field.name.meta({ title: '简称', description: '通报中使用的名称' }),
  fullName: field.name.meta({ title: '全称' }),
  aliases: z.array(field.name).default([]).meta({ title: '其他名称', description: '台账和网页上出现的其他叫法' }),
  kind: field.unitKind.meta({
    title: '类别',
    description: 'department 部门、town 镇、subdistrict 街道、enterprise 企事业',
  }),
  home: field.address.optional().meta({ title: '单位公开站首页', description: '尚未确认网址时不填，不要推测' }),
  from: field.day.optional().meta({ title: '设立日期', description: '此前各季度不作考核；一直存在的不填' }),
  until: field.day.optional().meta({ title: '撤销日期', description: '此后各季度不作考核；仍存在的不填' }),
  enforcement: z.boolean().default(false).meta({ title: '有行政执法权' }),
  columns: z.array(column).nullish().meta({ title: '栏目', description: '尚未确认网址的栏目不填，不要推测' }),
}).meta({ title: '单位' });

const caps = strict({
  pageMB: z.number().positive().default(10).meta({ title: '单个网页上限（MB）' }),
  fileMB: z.number().positive().default(50).meta({ title: '单个附件上限（MB）' }),
  decompressedMB: z.number().positive().default(200).meta({ title: '解压后上限（MB）' }),
  redirects: z.int().nonnegative().default(10).meta({ title: '跳转次数上限' }),
  listPages: z.int().positive().default(200).meta({ title: '单个栏目列表页数上限' }),
}).transform((given) => ({
  pageBytes: Math.round(given.pageMB * MEGABYTE),
  fileBytes: Math.round(given.fileMB * MEGABYTE),
  decompressedBytes: Math.round(given.decompressedMB * MEGABYTE),
  redirects: given.redirects,
  listPages: given.listPages,
}));

const perHost = strict({
  inFlight: z.int().positive().default(2).meta({ title: '同时请求数' }),
  minDelayMs: z.int().nonnegative().default(500).meta({ title: '请求间隔下限（毫秒）' }),
  maxDelayMs: z.int().nonnegative().default(30_000).meta({ title: '请求间隔上限（毫秒）' }),
});

const crawl = strict({
  contact: field.contact.meta({ title: '联系方式', description: '写入访问标识，供网站管理员联系；邮箱或网址' }),
  perHost: perHost.prefault({}).meta({ title: '对每台主机的访问节奏' }),
  hours: field.hours
    .optional()
    .meta({ title: '允许抓取的时段', description: "当地时间，可跨零点，例如 '20:00-07:00'；不填为不限" }),
  render: z.enum(['never', 'auto', 'always']).default('auto').meta({
    title: '使用浏览器',
    description: '列表由脚本填充时用真实浏览器读取：never 从不、auto 需要时、always 总是',
  }),
  fullEvery: z.int().positive().default(30).meta({
    title: '全量取证间隔（夜）',
    description: '每隔多少夜把全部页面重新读取一遍；其余各夜只读取列表和有变化的页面。1 为每夜全量',
  }),
  resolve: z
    .record(field.hostName, field.socketAddress)
    .default({})
    .meta({ title: '指定地址', description: '主机名到“地址:端口”，用于测试和演示' }),
  caps: caps.prefault({}).meta({ title: '数量上限' }),
});

/** targets.yaml as people write it (contract, section 4). What concerns several places at once is in cross-checks.ts. */
export const targetsSchema = strict({
  version: z.literal(1).meta({ title: '格式版本', description: '固定为 1' }),
  district: field.name.meta({ title: '区县', description: '例如 临淄区' }),
  timeZone: field.timeZone.default('Asia/Shanghai').meta({ title: '时区', description: 'IANA 时区名称' }),
  rulebook: field.name.meta({
    title: '考核办法',
    description: '随程序提供的考核办法名称（如 linzi-2023），或相对本文件的路径',
  }),
  site: strict({
    home: field.absoluteAddress.meta({ title: '政务公开首页', description: '完整网址' }),
    cms: z.enum(CMS_FAMILIES).default('auto').meta({ title: '网站类型', description: '不清楚时填 auto' }),
    hosts: z
      .array(field.hostName)
      .min(1)
      .meta({ title: '网站主机名', description: '除此以外的网站一律不访问、不采信' }),
  }).meta({ title: '网站' }),
  crawl: crawl.meta({ title: '抓取' }),
  models: strict({
    'enforcement-staff': field.address.optional().meta({ title: '执法人员清单参照页' }),
    'double-random-plan': field.address.optional().meta({ title: '双随机年度计划参照页' }),
  })
    .prefault({})
    .meta({ title: '参照页面', description: '格式比对所用的公开页面' }),
  units: z.array(unit).min(1).meta({ title: '单位' }),
}).meta({ title: '巡检对象', description: '巡检的网站、单位、栏目和公开要求' });

export type Targets = z.output<typeof targetsSchema>;
