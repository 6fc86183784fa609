import iconv from 'iconv-lite';
import { docxBytes } from '../../../demo/files/docx.ts';
import { pdfBytes } from '../../../demo/files/pdf.ts';
import { pngBytes } from '../../../demo/files/png.ts';
import { xlsxBytes } from '../../../demo/files/xlsx.ts';
import type { AttachmentType } from '../../../src/model/document.ts';
import type { Answer } from '../site-kit.ts';
import { zipBytes } from './archive.ts';
import { layout1 } from './layouts.ts';
import { docBytes, oleBytes, xlsBytes } from './office.ts';
import { type Leaf, listed } from './plant.ts';
import { channelA, objectId } from './shell.ts';
import type { Planted, TrueAttachment } from './types.ts';

const DATE = '2023-05-18';
const idOf = (order: number): string => objectId(DATE, 0, order);
const md5 = (order: number): string => `c40bf8efdc4f89fdb726fece655ac${order.toString(16).padStart(3, '0')}`;
const GRID = { header: ['序号', '事项名称'], rows: [['1', '成果质量抽查']] };
const draft = (name: string) => ({
  ...{ name, title: '测绘成果清单', paragraphs: ['现予公布。'], grids: [GRID] },
});
const binary = (body: Uint8Array, headers: Record<string, string> = {}): Answer => ({
  type: 'application/octet-stream',
  body,
  headers,
});

interface Case {
  /** What the link says. */
  readonly name: string;
  readonly ext: string;
  readonly type: AttachmentType;
  readonly answer: Answer;
  readonly holds?: string;
  readonly unreadable?: string;
  /** How the page leads to the file, where not by a plain link. */
  readonly link?: (url: string) => string;
  readonly opaque?: true;
  /** The name as a reader finds it, where the page does not print one. */
  readonly found?: string;
  /** Path of the file where it is not `doc_<id>_<md5>.<ext>`. */
  readonly path?: string;
}

async function cases(): Promise<readonly Case[]> {
  const pdf = pdfBytes({ ...draft('a.pdf'), type: 'pdf' });
  const docx = await docxBytes({ ...draft('a.docx'), type: 'docx' });
  const xlsx = await xlsxBytes({ ...draft('a.xlsx'), grids: [GRID, { ...GRID, caption: '第二张表' }], type: 'xlsx' });
  const doc = docBytes('测绘成果清单\n成果质量抽查');
  const xls = xlsBytes([GRID.header, ...GRID.rows]);
  const scan = pdfBytes({ ...draft('s.pdf'), title: '', paragraphs: [], grids: [], type: 'pdf' });
  const holds = '成果质量抽查';
  const file = (ext: AttachmentType, bytes: Uint8Array, more: Partial<Case> = {}): Case => ({
    ...{ name: `清单.${ext}`, ext, type: ext, answer: binary(bytes), holds },
    ...more,
  });
  const frame = { opaque: true, name: '' } as const;
  return [
    file('pdf', pdf, {
      link: (url) => `<p><a href="${url}"><img src="/static/pdf.gif">清单.pdf</a></p>`,
      opaque: true,
    }),
    file('pdf', pdf, {
      ...frame,
      link: (url) => `<iframe src="/static/pdfjs/web/viewer.html?file=${encodeURIComponent(url)}"></iframe>`,
    }),
    file('pdf', pdf, { ...frame, link: (url) => `<embed src="${url}" type="application/pdf">` }),
    file('pdf', pdf, {
      name: '点击查看',
      link: (url) => `<p><a href="javascript:;" onclick="window.open('${url}')">点击查看</a></p>`,
      opaque: true,
    }),
    file('pdf', pdf, {
      name: '查看文件',
      link: (url) => `<p><span onclick="window.open('${url}')">查看文件</span></p>`,
      opaque: true,
    }),
    file('pdf', pdf, { ...frame, link: (url) => `<button onclick="openFile('${url}')"></button>` }),
    file('doc', doc, {
      ...{ name: '附件：申请表.doc', path: '/system/_content/download.jsp?wbfileid=31', opaque: true },
      link: (url) => `<p><a href="javascript:;" onclick="down('${url}')">附件：申请表.doc</a></p>`,
    }),
    file('docx', docx),
    file('doc', doc),
    file('xlsx', Buffer.concat([xlsx, Buffer.from('\r\n\r\n')])),
    file('xls', xls),
    file('csv', iconv.encode('序号,事项名称\n1,成果质量抽查\n', 'gb18030')),
    file('txt', iconv.encode('成果质量抽查，用字㐂', 'gb18030')),
    file('doc', docx, { name: '其实是新格式.doc' }),
    file('wps', doc, { name: '文字.wps' }),
    file('xls', xls, {
      ...{
        name: '附件表.xls',
        path: '/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=17&wbfileid=9',
      },
      link: (url) => `<p>附件【<a href="${url.replaceAll('&', '&amp;')}">附件表.xls</a>】已下载 12 次</p>`,
      answer: binary(xls, { 'content-disposition': 'attachment; filename="x.xls"' }),
    }),
    file(
      'zip',
      zipBytes([
        { name: '材料/一、清单.xls', bytes: xls },
        { name: '材料/二、说明.docx', bytes: docx },
        { name: '__MACOSX/._x', bytes: doc },
      ]),
    ),
    file(
      'zip',
      zipBytes([
        { name: '清单.xls', bytes: xls },
        { name: '版式.ofd', bytes: Buffer.from('OFD') },
      ]),
      { unreadable: '版式.ofd' },
    ),
    file('zip', zipBytes([{ name: '里层.zip', bytes: zipBytes([{ name: '清单.xls', bytes: xls }]) }]), {
      unreadable: '里层.zip',
    }),
    file('wps', oleBytes({ CONTENTS: Buffer.from('旧格式') }), { unreadable: 'WPS' }),
    file('ofd', zipBytes([{ name: 'OFD.xml', bytes: Buffer.from('<ofd/>') }]), { unreadable: 'OFD' }),
    { ...file('pdf', scan), name: '扫描件.pdf', unreadable: '扫描件' },
    file('docx', Buffer.from('<!DOCTYPE html><html><body><p>正在为您准备下载</p></body></html>'), {
      unreadable: '网页',
    }),
    file('xlsx', oleBytes({ EncryptedPackage: Buffer.alloc(8), EncryptionInfo: Buffer.alloc(8) }), {
      unreadable: '加密',
    }),
    {
      ...file('zip', Buffer.from('Rar!\x1a\x07\x00', 'latin1')),
      name: '资料.rar',
      ext: 'rar',
      type: 'other',
      unreadable: 'RAR',
    },
    {
      ...file('zip', oleBytes({ 'PowerPoint Document': Buffer.alloc(9) })),
      name: '图解.ppt',
      ext: 'ppt',
      type: 'other',
      unreadable: '演示文稿',
    },
  ];
}

function leafOf(
  { name, ext, type, answer, holds, unreadable, link, opaque, path, found }: Case,
  order: number,
  folder: string,
): Leaf {
  const own = `doc_${idOf(order)}_${md5(order)}.${ext}`;
  const url = path ?? folder + own;
  const plain = `<p>现将清单予以公布，请各单位遵照执行。</p><p>附件：<a href="${url}">${name}</a></p>`;
  const attachment: TrueAttachment = {
    ...{ name: name || (found ?? own), type },
    ...(unreadable ? { unreadable } : { holds: holds ?? '' }),
  };
  const title = `关于公布第${order + 1}批测绘成果清单的通知`;
  return {
    file: `doc_${idOf(order)}.html`,
    listDate: DATE,
    answer: layout1({ title, date: DATE, body: link ? link(url) : plain }),
    files: { [path ?? own]: answer },
    truth: {
      title,
      dates: { claimed: [DATE] },
      attachments: [attachment],
      ...(opaque ? { opaque } : { holds: [link ? '附件' : '遵照执行'] }),
    },
  };
}

/** Documents whose content is in files, and a list that leads straight to one. */
export async function attachmentColumns(): Promise<readonly Planted[]> {
  const path = channelA('1605682744.4951');
  const leaves = (await cases()).map((one, order) => leafOf(one, order, path));
  const picture: Leaf = {
    file: `doc_${idOf(900)}.html`,
    listDate: DATE,
    answer: layout1({
      title: '测绘成果分布图公示',
      date: DATE,
      body: `<p><img src="${path}doc_${idOf(900)}_${md5(900)}.png"></p>`,
    }),
    files: { [`doc_${idOf(900)}_${md5(900)}.png`]: { type: 'image/png', body: pngBytes('map') } },
    truth: { title: '测绘成果分布图公示', dates: { claimed: [DATE] }, images: 1, opaque: true, attachments: [] },
  };
  const direct = `doc_${idOf(901)}_${md5(901)}.pdf`;
  const straight: Leaf = {
    file: direct,
    listDate: DATE,
    answer: { type: 'application/pdf', body: pdfBytes({ ...draft('d.pdf'), type: 'pdf' }) },
    truth: {
      ...{ title: '列表直接链接的清单', dates: {}, opaque: true },
      attachments: [{ name: '列表直接链接的清单', type: 'pdf', holds: '成果质量抽查' }],
    },
  };
  return [listed('附件', path, [...leaves, picture, straight], 'div')];
}
