import type { CivilDate } from '../../../src/model/civil-date.ts';
import { period } from '../../../src/model/period.ts';
import type { Topic } from '../../../src/model/topic.ts';
import { inHan, later, spoken, yearOf } from '../days.ts';
import { grid, hand, right } from '../html.ts';
import type { Article, Case, TrialColumn } from '../types.ts';
import type { Scene } from './guide.ts';
import { policy } from './policy.ts';
import { consultation, interpretation, mailbox } from './replies.ts';
import { column, file, type Make, made, policyColumn } from './small-case.ts';

const timeliness: Make = (scene) => {
  const { random, asOf } = scene;
  const published = later(asOf, -random.int(20, 200));
  const at = (days: number, more: Partial<Article> = {}): Article => {
    const base = policy(scene, published);
    return { ...base, fields: { ...base.fields, writtenOn: later(published, -days) }, ...more };
  };
  const page = (article: Article): readonly TrialColumn[] => [policyColumn([article])];
  switch (random.int(1, 5)) {
    case 1:
    case 2:
      return made(
        'timeliness',
        'fault',
        'published months after it was written',
        page(at(random.int(60, 200))),
        'late',
      );
    case 3:
      return made(
        'timeliness',
        'decoy',
        'list shows a later edit',
        page(at(random.int(2, 20), { listDate: later(published, 15) })),
      );
    case 4: {
      const base = at(10);
      return made(
        'timeliness',
        'decoy',
        'written in words',
        page({ ...base, fields: { ...base.fields, writtenOn: inHan(later(published, -10)) } }),
      );
    }
    default:
      return made('timeliness', 'order', 'within three weeks', page(at(random.int(1, 20))));
  }
};

const attachments: Make = (scene) => {
  const { random, asOf } = scene;
  const date = later(asOf, -random.int(20, 200));
  const base = policy(scene, date);
  switch (random.int(1, 6)) {
    case 1:
      return made('attachments', 'fault', 'policy without a file', [policyColumn([{ ...base, files: [] }])], 'none');
    case 2:
      return made(
        'attachments',
        'fault',
        'a file that is gone',
        [policyColumn([{ ...base, files: [{ ...file(`${base.title}.docx`), gone: true }] }])],
        'broken',
      );
    case 3: {
      const html = base.html + hand(random)(['附件：1.任务分解表', '2.联系人名单']);
      return made(
        'attachments',
        'fault',
        'names an annex it has not',
        [policyColumn([{ ...base, html, files: [] }])],
        'none',
      );
    }
    case 4: {
      const old = policy(scene, '2020-03-12' as CivilDate);
      return made('attachments', 'decoy', 'of before downloads', [policyColumn([{ ...old, files: [] }])]);
    }
    case 5: {
      const html =
        base.html +
        hand(random)(['附件：任务分解表']) +
        grid(
          {
            rows: [
              ['任务', '牵头单位'],
              ['排查', '办公室'],
            ],
            caption: '任务分解表',
          },
          random,
        );
      return made('attachments', 'decoy', 'annex printed below', [policyColumn([{ ...base, html }])]);
    }
    default: {
      const html = hand(random)(['各单位要将有关附件妥善保管。附件材料不对外提供。']) + base.html;
      return made('attachments', 'decoy', 'speaks of annexes', [policyColumn([{ ...base, html }])]);
    }
  }
};

const blank: Make = (scene) => {
  const { random, asOf, unit } = scene;
  const [topic, name] = random.pick<readonly [Topic, string]>([
    ['procurement', '政府采购'],
    ['budget', '财政预决算'],
    ['proposals', '建议提案'],
    ['meetings', '会议公开'],
    ['powers-list', '权责清单'],
  ]);
  const article = (title: string, lines: readonly string[]): Article => ({
    title,
    date: later(asOf, -random.int(20, 300)),
    block: 'none',
    html: hand(random)(lines),
  });
  switch (random.int(1, 4)) {
    case 1:
    case 2:
      return made('blank-column', 'fault', 'nothing in it', [column(topic, name, [])], 'empty');
    case 3:
      return made('blank-column', 'decoy', 'a notice that there is nothing', [
        column(topic, name, [
          article(`关于${name}栏目的情况说明`, [`${yearOf(asOf)}年${unit.name}未发生${name}事项，特此说明。`]),
        ]),
      ]);
    default: {
      const one = article(name, [`${unit.name}${name}有关信息由上级统一公布。`]);
      return made('blank-column', 'decoy', 'printed on its own page', [
        { ...column(topic, name, [one]), inline: true },
      ]);
    }
  }
};

const wording: Make = (scene) => {
  const { random, asOf, unit } = scene;
  const date = later(asOf, -random.int(20, 300));
  const page = (lines: readonly string[]): readonly TrialColumn[] => [
    column('rural-revitalisation', '乡村振兴', [
      {
        title: `${unit.name}推进和美乡村建设`,
        date,
        block: 'none',
        html: hand(random)(lines) + right([unit.name, spoken(date)]),
      },
    ]),
  ];
  const text = ['今年以来，围绕村庄清洁、产业培育、治理提升，完成投资若干。', '群众满意度持续提高。'];
  switch (random.int(1, 5)) {
    case 1:
      return made(
        'wording',
        'fault',
        'a template',
        page([
          ...text,
          random.pick(['联系电话：[此处填写电话号码]', '自××××年××月××日起实施。', '文件依据：云政发〔〕号。']),
        ]),
        'placeholder',
      );
    case 2:
      return made(
        'wording',
        'decoy',
        'persons made unknown',
        page([...text, '村民张××家的院落获评示范庭院，李某某作了介绍。']),
      );
    case 3:
      return made(
        'wording',
        'decoy',
        'crosses that are measures',
        page([...text, '展板规格为120cm×80cm，共×块标识牌见图例。'.replace('共×块', '共8块')]),
      );
    default:
      return made('wording', 'order', 'plain words', page(text));
  }
};

const registers: Make = (scene) => {
  const { random, asOf, unit, quarter } = scene;
  const received = later(quarter[0], random.int(-20, 5));
  const base = { state: 'fault' as const, columns: [] };
  const q = period('quarter', yearOf(quarter[0]), Math.ceil(Number(quarter[0].slice(5, 7)) / 3));
  const last = period('quarter', q.index === 1 ? q.year - 1 : q.year, q.index === 1 ? 4 : q.index - 1);
  switch (random.int(1, 6)) {
    case 1:
      return {
        ...base,
        check: 'tasks',
        how: 'a task undone',
        faults: ['tasks/not-done'],
        registers: {
          tasks: [{ unit: unit.id, task: '报送自查表', due: later(quarter[0], 10), done: null, points: 0.5 }],
        },
      };
    case 2:
      return {
        ...base,
        check: 'tasks',
        state: 'decoy',
        how: 'a task done late',
        faults: [],
        registers: {
          tasks: [
            {
              unit: unit.id,
              task: '报送自查表',
              due: later(quarter[0], 10),
              done: later(quarter[0], 30) > asOf ? asOf : later(quarter[0], 30),
              points: 0.5,
            },
          ],
        },
      };
    case 3:
      return {
        ...base,
        check: 'applications',
        how: 'answered too late',
        faults: ['applications/late'],
        registers: {
          applications: [{ unit: unit.id, received, channel: '网上', extended: null, answered: later(received, 60) }],
        },
      };
    case 4:
      return {
        ...base,
        check: 'applications',
        state: 'decoy',
        how: 'extended in time',
        faults: [],
        registers: {
          applications: [
            { unit: unit.id, received, channel: '信函', extended: later(received, 15), answered: later(received, 45) },
          ],
        },
      };
    case 5:
      return {
        ...base,
        check: 'rectification',
        how: 'no feedback',
        faults: ['rectification/feedback-late'],
        registers: { feedback: [{ unit: unit.id, period: last, due: later(quarter[0], 20), received: null }] },
      };
    default:
      return {
        ...base,
        check: 'rectification',
        state: 'decoy',
        how: 'feedback on the last day',
        faults: [],
        registers: {
          feedback: [{ unit: unit.id, period: last, due: later(quarter[0], 20), received: later(quarter[0], 20) }],
        },
      };
  }
};

const ALL: readonly Make[] = [
  timeliness,
  attachments,
  consultation,
  interpretation,
  blank,
  mailbox,
  wording,
  registers,
];

/** Some of the smaller duties of a unit, each at most once. */
export const otherCases = (scene: Scene): Case[] => scene.random.some(ALL, 4).map((make) => make(scene));
