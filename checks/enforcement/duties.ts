import {
  type Document,
  type EnforcementElement,
  type Match,
  type Question,
  readEnforcement,
  sheetsOf,
} from '../kit.ts';
import { isOther, unreadOf } from './unread.ts';

const NAMED = /职责|职能|权限|职权|权责|权力|岗位|主体/;

/** Whether a document publishes one of the three. */
export function publishes(element: EnforcementElement): Question {
  return {
    match: (document) => publishedIn(document, element),
    ruledOutByTitle: (title) => isOther(title, NAMED),
  };
}

function publishedIn(document: Document, element: EnforcementElement): Match {
  const found = sheetsOf(document).map((sheet) => readEnforcement(sheet, element));
  if (found.includes('published')) return true;
  const { title, ref } = document;
  if (found.includes('perhaps'))
    return { unsure: 'unparsed', detail: `《${title}》提及有关内容，不能确定是否完整公开`, refs: [ref] };
  return isOther(title, NAMED) ? false : unreadOf(document);
}
