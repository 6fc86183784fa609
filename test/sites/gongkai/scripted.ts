import type { Answer } from '../site-kit.ts';
import { layout1 } from './layouts.ts';
import { type Leaf, pagesOf, trueDocument } from './plant.ts';
import { channelA, objectId, ROOT, shell, UNIT } from './shell.ts';
import type { Planted } from './types.ts';

const SIZE = 5;
const leaves = (name: string, path: string, count: number, order: number): Leaf[] =>
  Array.from({ length: count }, (_, i) => {
    const date = `2023-0${(i % 9) + 1}-0${(i % 8) + 1}`;
    const title = `${name}第${i + 1}号公开事项`;
    return {
      file: `${path}doc_${objectId(date, 0, order + i)}.html`,
      listDate: date,
      answer: layout1({ title, date, body: '<p>现将有关情况予以公开，欢迎监督。</p>' }),
      truth: { title, dates: { claimed: [date] }, holds: ['予以公开'] },
    };
  });

const json = (value: unknown): Answer => ({ type: 'application/json', body: JSON.stringify(value) });

/** A list that the page asks for after loading, into an element of this kind. */
function column(name: string, path: string, holder: 'ul' | 'div', beside: string, own: readonly Leaf[]): Planted {
  const id = path.split('/').at(-2) ?? '';
  const api = (page: number): string => `/gongkai/api/list?channel=${id}&page=${page}`;
  const last = Math.ceil(own.length / SIZE);
  const row = holder === 'ul' ? 'li' : 'div';
  const script = `
var now = 1;
function show() {
  fetch('/gongkai/api/list?channel=${id}&page=' + now).then(function (a) { return a.json(); }).then(function (data) {
    document.getElementById('rows').innerHTML = data.rows.map(function (r) {
      return '<${row}><a href="' + r.url + '" title="' + r.title + '">' + r.title + '</a><span>' + r.date + '</span></${row}>';
    }).join('');
    document.getElementById('more').innerHTML = '共' + data.total + '条 <a href="javascript:;" onclick="turn(-1)">上一页</a> ' + (now < ${last} ? '<a href="javascript:;" onclick="turn(1)">下一页</a>' : '<span>下一页</span>');
  });
}
function turn(by) { now += by; show(); }
show();`;
  const answers = Array.from({ length: last }, (_, i): [string, Answer] => [
    api(i + 1),
    json({
      total: own.length,
      rows: own
        .slice(i * SIZE, (i + 1) * SIZE)
        .map(({ file, truth, listDate }) => ({ url: file, title: truth.title, date: listDate })),
    }),
  ]);
  return {
    name,
    path,
    scripted: true,
    documents: own.map(trueDocument),
    pages: {
      [path]: shell(
        `${UNIT} - ${name}`,
        `<h3>${name}</h3><${holder} id="rows"></${holder}><div id="more"></div>${beside}<script>${script}</script>`,
      ),
      ...Object.fromEntries(answers),
      ...pagesOf(path, own),
    },
  };
}

const first = channelA('1605681990.1080');
const second = `${ROOT}channel_c11506/`;
const SECOND = leaves('热点', second, 4, 300);
/** What stands beside the empty list leads to another column's documents; it is not this column's list. */
const beside = `<h3>热门信息</h3><ul>${SECOND.map(({ file, truth, listDate }) => `<li><a href="${file}">${truth.title}</a><span>${listDate}</span></li>`).join('')}</ul>`;
const third = channelA('1605682450.3131');

export const scripted: readonly Planted[] = [
  column('脚本栏目', first, 'ul', '', leaves('脚本', first, 12, 200)),
  column('旁有热门的脚本栏目', third, 'div', beside, leaves('旁列', third, 3, 400)),
  column('热点栏目', second, 'ul', '', SECOND),
];
