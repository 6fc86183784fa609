import { daysFrom, later, spoken } from '../days.ts';
import { hand } from '../html.ts';
import type { Article, TrialColumn } from '../types.ts';
import { policy } from './policy.ts';
import { column, file, type Make, made } from './small-case.ts';

export const consultation: Make = (scene) => {
  const { random, asOf, unit } = scene;
  const start = later(asOf, -random.int(60, 250));
  const name = random.pick(['养犬管理办法', '农村公路管护细则', '城区停车设施建设规划']);
  const notice = (lines: readonly string[]): Article => ({
    title: random.pick([
      `关于公开征求《${name}（征求意见稿）》意见的公告`,
      `${unit.fullName}关于《${name}（草案）》公开征求意见的通知`,
    ]),
    date: start,
    block: 'plain',
    html: hand(random)([
      `${unit.name}起草了《${name}》，现面向社会公开征求意见。`,
      ...lines,
      `联系电话：${unit.phone}　邮箱：${unit.email}`,
    ]),
    files: [file(`${name}（征求意见稿）.docx`)],
  });
  const feedback: Article = {
    title: `《${name}》公开征求意见采纳情况`,
    date: later(start, 50),
    block: 'plain',
    html: hand(random)([`征求意见期间共收到意见${random.int(0, 9)}条，采纳情况如下。`]),
  };
  const until = (days: number): string => {
    const end = later(start, days);
    return random.pick([
      `征求意见时间：${spoken(start)}至${spoken(end)}。`,
      `请于${spoken(end)}前将意见反馈至我单位。`,
      `意见征集截止日期为${spoken(end)}。`,
      `征集时间：自${start}起至${end}止。`,
      `公众可在${spoken(end)}17时前，通过以下途径提出修改意见。`,
      `征求意见期限：${start.replaceAll('-', '.')}—${end.replaceAll('-', '.')}`,
    ]);
  };
  const columns = (article: Article): readonly TrialColumn[] => [
    column('consultation', '意见征集', [feedback, article]),
  ];
  switch (random.int(1, 5)) {
    case 1:
    case 2:
      return made(
        'consultation',
        'fault',
        'open for less than thirty days',
        columns(notice([until(random.int(6, 20))])),
        'short',
      );
    case 3:
      return made(
        'consultation',
        'decoy',
        'short, with a reason',
        columns(notice([until(10), '因情况紧急，为尽快出台实施，征求意见期限缩短为10日。'])),
      );
    case 4:
      return made(
        'consultation',
        'decoy',
        'thirty days by number',
        columns(
          notice([
            random.pick([
              '意见反馈期限为自公告发布之日起30日。',
              '征求意见时间为30天。',
              '公开征求意见的期限为一个月。',
              '请自发布之日起三十日内反馈。',
            ]),
          ]),
        ),
      );
    default:
      return made('consultation', 'order', 'long enough', columns(notice([until(random.int(31, 45))])));
  }
};

export const interpretation: Make = (scene) => {
  const { random, asOf, unit } = scene;
  const date = later(asOf, -random.int(40, 200));
  const base = policy(scene, date);
  const title = `关于印发《${random.pick(['小型水库', '农贸市场', '公共自行车'])}管理办法》的通知`;
  const normative: Article = { ...base, title, fields: { ...base.fields, theme: '规范性文件' } };
  const explained = (days: number, name = `《${title.slice(5, -4)}》政策解读`): Article => ({
    title: name,
    date: later(date, days),
    block: 'plain',
    html: hand(random)(['一、起草背景', `为规范管理，${unit.name}出台了本办法。`, '二、主要内容', '明确职责和程序。']),
    see: [title],
  });
  const own = (articles: readonly Article[]): readonly TrialColumn[] => [
    column('policy-docs', '规范性文件', [normative]),
    column('interpretation', '政策解读', articles),
  ];
  const news: Article = {
    title: `${unit.name}负责人谈全年工作`,
    date,
    block: 'plain',
    html: hand(random)(['围绕民生实事，介绍了全年安排。']),
  };
  switch (random.int(1, 5)) {
    case 1:
      return made(
        'interpretation',
        'fault',
        'explained weeks later',
        own([explained(random.int(25, 60) > daysFrom(date, asOf) ? 25 : 25)]),
        'late',
      );
    case 2:
      return made('interpretation', 'fault', 'never explained', own([news]), 'late');
    case 3:
      return made('interpretation', 'decoy', 'explained the day before', own([explained(-1)]));
    case 4:
      return made(
        'interpretation',
        'decoy',
        'explained by a picture of another name',
        own([explained(1, `一图读懂｜${title.slice(6, -5)}`)]),
      );
    default:
      return made('interpretation', 'order', 'explained at once', own([explained(random.int(0, 2))]));
  }
};

export const mailbox: Make = (scene) => {
  const { random, asOf } = scene;
  const asked = later(asOf, -random.int(40, 200));
  const letter = (days: number | null): Article => {
    const answered = days === null ? asked : later(asked, days);
    const rows = [
      ['来信标题', '关于路灯不亮的问题'],
      [random.pick(['来信时间', '来信日期', '提交时间', '写信时间']), asked],
      ['来信内容', '小区东门路灯已经不亮半个月，请尽快维修。'],
      ['答复单位', scene.unit.name],
      [random.pick(['答复时间', '回复时间', '答复日期', '办结时间', '回复日期']), answered],
      ['答复内容', '您好，经现场查看，已安排更换灯具，感谢监督。'],
    ];
    const html = random.chance(2)
      ? `<table>${rows.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('')}</table>`
      : hand(random)(rows.map(([a, b]) => `${a}：${b}`));
    return { title: `关于路灯不亮的问题（${random.int(1, 99)}）`, date: answered, block: 'none', html };
  };
  const columns = (articles: readonly Article[]): readonly TrialColumn[] => [column('mailbox', '部门信箱', articles)];
  if (random.chance(2))
    return made('mailbox', 'fault', 'answered weeks later', columns([letter(random.int(22, 60)), letter(2)]), 'late');
  return made('mailbox', 'order', 'answered at once', columns([letter(random.int(0, 4)), letter(1)]));
};
