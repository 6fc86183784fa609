import { defineCheck, judgeDocuments, readServiceItem, refOf, unreadIn, z } from '../kit.ts';

export default defineCheck({
  id: 'service-items',
  title: '政务服务事项',
  topics: ['service-items'],
  basis: [{ document: '临政办字〔2021〕8号', clause: '第六条（一）2' }],
  messages: {
    'no-process': {
      text: '{kind}事项《{title}》没有办理流程',
      fix: '请在“{column}”栏目该事项页面补充办理流程（文字或流程图）',
      advisory: true,
    },
  },
  params: z.strictObject({}),
  subject: ({ unit }) => unit.id,
  run(context) {
    judgeDocuments(context, context.topic('service-items'), {
      judge(document) {
        const item = readServiceItem(document);
        if (!item || item.hasProcess || !document.body.ok) {
          const { body, title } = document;
          // A page that is only shown may be an item without words, with or without its process.
          if (item || !body.ok || !body.value.opaque) return [];
          return { unsure: 'unparsed', detail: `《${title}》的内容为图片或附件`, refs: [document.ref] };
        }
        const open = unreadIn(document);
        if (open) return open;
        const { title, column, ref, body } = document;
        if (body.value.images.length > 0)
          return { unsure: 'unparsed', detail: `《${title}》中的图片可能是流程图`, refs: [ref] };
        const values = { kind: item.kind ?? '政务服务', title, column: column.name };
        return [{ message: 'no-process', values, evidence: [refOf(ref, title)] }];
      },
    });
  },
});
