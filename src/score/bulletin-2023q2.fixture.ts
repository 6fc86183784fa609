/** One unit of the published result of 2023 Q2. */
export interface PublishedRow {
  readonly unit: string;
  /** Points for key columns. */
  readonly coverage: number;
  /** April to June: sent, of these rejected. */
  readonly months: readonly { readonly sent: number; readonly rejected: number }[];
  readonly deducted: number;
  readonly total: number;
  /** `check/message` of what was charged. */
  readonly problems: readonly string[];
}

// unit | key columns | submissions of April, May, June | deducted | total | what was charged
const TABLE = `
区教体局 | 5 | 2/0 2/1 3/0 | 0 | 20 |
区民政局 | 5 | 2/0 2/0 2/0 | 0 | 20 |
区自然资源局 | 5 | 2/0 3/1 3/1 | 0.5 | 19.5 | enforcement/staff-layout
区行政审批服务局 | 4.5 | 2/0 2/0 2/0 | 0 | 19.5 |
区应急管理局 | 4.5 | 2/1 5/5 7/4 | 0.5 | 19 | enforcement/staff-layout
区市场监管局 | 4.5 | 2/0 2/1 2/0 | 0.5 | 19 | periodic/overdue
临淄生态环境分局 | 4.5 | 2/0 3/1 3/2 | 0.5 | 19 | enforcement/no-duties
临淄公安分局 | 5 | 0/0 0/0 0/0 | 1 | 19 | submissions/short
区退役军人局 | 3.5 | 2/0 2/0 2/0 | 0 | 18.5 |
区财政局 | 4 | 0/0 2/1 2/1 | 1 | 18 | submissions/short periodic/overdue periodic/overdue
区交通运输局 | 4 | 2/1 2/0 2/0 | 1 | 18 | policy-format/unformatted enforcement/no-duties
区卫健局 | 4.5 | 0/0 0/0 0/0 | 1.5 | 18 | submissions/short double-random/no-plan
区综合行政执法局 | 4 | 2/1 2/0 1/0 | 1 | 18 | rectification/feedback-late enforcement/no-duties
区信访局 | 3.5 | 0/0 0/0 2/0 | 0.5 | 18 | submissions/short
临淄医保分局 | 3.5 | 4/2 4/1 5/3 | 0.5 | 18 | enforcement/no-duties
区工信局 | 3.5 | 0/0 2/2 3/3 | 1 | 17.5 | submissions/short
区统计局 | 4 | 0/0 2/1 1/1 | 1.5 | 17.5 | submissions/short enforcement/staff-layout periodic/overdue
区文物局 | 4 | 3/0 3/3 4/3 | 1.5 | 17.5 | rectification/feedback-late enforcement/no-duties double-random/no-plan double-random/no-results
区发改局 | 4 | 0/0 0/0 0/0 | 2 | 17 | submissions/short policy-format/unformatted periodic/overdue
区人社局 | 4 | 2/0 2/0 2/0 | 2 | 17 | rectification/feedback-late enforcement/no-duties enforcement/staff-layout periodic/overdue
区住建局 | 4 | 0/0 0/0 0/0 | 2 | 17 | submissions/short rectification/feedback-late enforcement/no-duties
区农业农村局 | 3.5 | 2/0 2/0 2/0 | 1.5 | 17 | policy-format/unformatted enforcement/no-duties periodic/overdue
区文旅局 | 4 | 0/0 0/0 0/0 | 2 | 17 | submissions/short enforcement/no-duties double-random/no-plan
区科技局 | 3.5 | 0/0 0/0 0/0 | 2 | 16.5 | submissions/short enforcement/no-duties enforcement/staff-layout
区司法局 | 4 | 0/0 2/0 2/0 | 2.5 | 16.5 | submissions/short policy-format/unformatted rectification/feedback-late annual-report/image-broken annual-report/copied annual-report/signature double-random/no-plan double-random/no-results
区水利局 | 4 | 0/0 0/0 0/0 | 2.5 | 16.5 | submissions/short rectification/feedback-late enforcement/no-duties enforcement/staff-layout
区审计局 | 3.5 | 2/1 2/0 2/1 | 2 | 16.5 | rectification/feedback-late annual-report/copied enforcement/no-duties periodic/overdue
区商务局 | 3.5 | 0/0 0/0 0/0 | 2.5 | 16 | submissions/short rectification/feedback-late annual-report/title-doubled annual-report/no-contact annual-report/image-broken annual-report/copied annual-report/part-six
敬仲镇 | 4.5 | 2/0 2/0 2/1 | 0 | 19.5 |
金岭回族镇 | 4.5 | 2/0 2/0 2/0 | 0 | 19.5 |
稷下街道 | 4.5 | 2/0 2/1 1/0 | 0 | 19.5 |
金山镇 | 4 | 2/0 2/0 2/0 | 0 | 19 |
皇城镇 | 4.5 | 2/1 2/1 2/1 | 0.5 | 19 | policy-format/unformatted
齐陵街道 | 5 | 2/2 2/0 0/0 | 1 | 19 | submissions/short policy-format/unformatted
辛店街道 | 5 | 2/1 2/1 2/0 | 1.5 | 18.5 | policy-format/unformatted rectification/feedback-late leadership/misplaced
齐都镇 | 4 | 2/1 3/2 1/1 | 1 | 18 | submissions/short guide/stale
朱台镇 | 3.5 | 2/0 2/0 2/0 | 0.5 | 18 | policy-format/unformatted
凤凰镇 | 4.5 | 2/0 2/2 2/1 | 1.5 | 18 | submissions/short rectification/feedback-late leadership/misplaced
雪宫街道 | 4 | 0/0 0/0 2/0 | 1.5 | 17.5 | submissions/short rectification/feedback-late annual-report/title-doubled annual-report/copied
闻韶街道 | 4 | 2/2 4/4 2/0 | 2 | 17 | submissions/short policy-format/unformatted rectification/feedback-late leadership/misplaced
`;

const words = (text: string): string[] => text.split(' ').filter(Boolean);

export const BULLETIN_2023Q2: readonly PublishedRow[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [unit = '', coverage, months = '', deducted, total, problems = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return {
      unit,
      coverage: Number(coverage),
      months: words(months).map((month) => {
        const [sent = 0, rejected = 0] = month.split('/').map(Number);
        return { sent, rejected };
      }),
      deducted: Number(deducted),
      total: Number(total),
      problems: words(problems),
    };
  });
