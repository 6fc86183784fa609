import { describe, it } from 'vitest';
import { type CheckCase, paragraphs, table, testCheck } from '../testing.ts';
import enforcement from './check.ts';
import { current, duties, given, lacking, laidOut, one, posts, powers, staff } from './pages.fixture.ts';

const body = paragraphs('依法对本行业单位遵守法律法规的情况实施监督检查，查处违法行为。');
const titled = (...titles: readonly string[]) => [...titles.map((title) => ({ title, body })), staff];
const whole = [given, laidOut, current];

/** What passes for a verb in an office's name says nothing of the document. */
const offices = ['区市场监督管理局', '区安全生产监督局', '区统计局', '区行政许可服务局', '区考核办公室'].map(
  (office): CheckCase =>
    one(
      office,
      titled(`${office}行政执法职责`, `${office}执法机关权限`, `${office}执法岗位设置`),
      whole,
      {},
      {
        unit: { id: 'lzqcsj', name: office, fullName: `临淄${office}` },
      },
    ),
);

const worded: readonly CheckCase[] = [
  one(
    'kinds of work before the word',
    titled('区测试局安全生产监督检查职责', '区测试局监督检查权限', '区测试局监督执法岗位'),
    whole,
  ),
  one(
    'one document on the office as enforcing body',
    [
      {
        title: '区测试局行政执法主体公示',
        body: table(
          ['主体名称', '区测试局'],
          ['执法职责', '负责监督检查'],
          ['执法权限', '行政处罚、行政检查'],
          ['执法岗位', '执法一科、执法二科'],
        ),
      },
      staff,
    ],
    whole,
  ),
  one(
    'a campaign is no list of posts',
    [duties, powers, staff, { title: '区测试局开展执法岗位练兵活动', body }],
    [lacking('执法岗位'), laidOut, current],
  ),
  one(
    'vacancies are no list of posts',
    [
      duties,
      powers,
      staff,
      {
        title: '区测试局招聘岗位表',
        body: table(['岗位名称', '招聘人数', '学历要求'], ['综合管理科员', '1', '本科及以上']),
      },
    ],
    [lacking('执法岗位'), laidOut, current],
  ),
  one(
    'a list of staff with every heading of the model and three more',
    [
      duties,
      powers,
      posts,
      {
        title: staff.title,
        body: table(
          ['序号', '姓名', '性别', '工作单位', '职务', '执法证件编号', '执法类别', '发证日期', '有效期至'],
          ['1', '甲某', '男', '区测试局', '科员', '15030001', '行政检查', '2022-03-01', '2026-03-01'],
        ),
      },
    ],
    whole,
  ),
];

const scan = { files: [{ name: '决定书.pdf', url: '/law/x.pdf' }] };
const PHOTO = '<p><img src="/law/p.jpg"></p>';
const NEWS = '为进一步规范秩序，区测试局组织执法人员深入辖区企业，对台账记录、设施设备、人员培训等情况进行全面检查。';

/** What cannot hold the information stands in nobody's way. */
const beside: readonly CheckCase[] = [
  ...['关于对测试公司行政处罚的公示', '临测罚字〔2023〕1号', '重大执法决定法制审核目录', '执法文书样式'].map((title) =>
    one(
      `unread beside what is missing: ${title}`,
      [duties, powers, staff, { title, body: paragraphs('现予公示，详见附件中的全文内容。'), ...scan }],
      [lacking('执法岗位'), laidOut, current],
      { '/law/x.pdf': { fault: 'timeout' } },
    ),
  ),
  one(
    'photographs of a campaign',
    [
      duties,
      powers,
      staff,
      {
        title: '区测试局开展执法检查',
        body: paragraphs(NEWS, '对发现的问题提出整改意见，要求限期整改到位。') + paragraphs(NEWS) + PHOTO,
      },
    ],
    [lacking('执法岗位'), laidOut, current],
  ),
];

describe('what documents are called', () => {
  it.each([...offices, ...worded, ...beside])('$name', (each) => testCheck(enforcement, [each]));
});
