import type { Child } from 'hono/jsx';
import { type Right, ROLES } from '../../model/account.ts';
import { inQuarter, mayIn, type View } from '../view.ts';
import { Document } from './document.tsx';
import { Hidden } from './form.tsx';

interface LayoutProps {
  readonly view: View;
  /** Name of the page, its only h1. */
  readonly title: string;
  /** Where the page stands in the console, from the outside in. */
  readonly trail?: readonly { readonly text: string; readonly href: string }[];
  /** Beside the title: buttons and the like. */
  readonly actions?: Child;
  /** Uses the whole width. */
  readonly wide?: boolean;
  readonly children: Child;
}

interface MenuItem {
  readonly text: string;
  readonly href: string;
  readonly right: Right;
}

/** The menu of those who look after the whole district. */
const DISTRICT_MENU: readonly MenuItem[] = [
  { text: '总览', href: '/', right: 'look-at-all' },
  { text: '问题', href: '/findings', right: 'look-at-all' },
  { text: '得分', href: '/scorecards', right: 'look-at-all' },
  { text: '重点栏目', href: '/coverage', right: 'enter-coverage' },
  { text: '台账', href: '/registers', right: 'edit-registers' },
  { text: '通报', href: '/bulletins', right: 'look-at-all' },
  { text: '整改', href: '/rectification', right: 'look-at-all' },
  { text: '单位', href: '/units', right: 'look-at-all' },
  { text: '任务', href: '/jobs', right: 'start-night' },
  { text: '日志', href: '/log', right: 'read-log' },
  { text: '账号', href: '/accounts', right: 'manage-accounts' },
  { text: '消息', href: '/messages', right: 'manage-messages' },
];

/** The menu of a unit. */
const UNIT_MENU: readonly MenuItem[] = [
  { text: '本单位', href: '/', right: 'look' },
  { text: '问题', href: '/findings', right: 'look' },
  { text: '自查', href: '/self-check', right: 'self-check' },
  { text: '整改反馈', href: '/rectification', right: 'feed-back' },
  { text: '到期提醒', href: '/agenda', right: 'look' },
];

/** The frame of a page for somebody logged in. */
export function Layout({ view, title, trail = [], actions, wide = false, children }: LayoutProps) {
  const { actor, district, unitName, flash, trouble, path } = view;
  const menu = (actor.role === 'unit' ? UNIT_MENU : DISTRICT_MENU).filter(({ right }) => mayIn(view, right));
  return (
    <Document title={title}>
      <a class="skip" href="#main">
        跳到正文
      </a>
      <header class="bar">
        <a class="brand" href="/">
          <b>巡检</b>
          <span>{`${district}政务公开`}</span>
        </a>
        <nav aria-label="主菜单">
          <ul>
            {menu.map(({ text, href }) => (
              <li>
                <a href={inQuarter(view, href)} aria-current={isHere(path, href) ? 'page' : undefined}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="who">
          <a href="/password" title="修改密码、接口令牌">{`${actor.name}（${unitName ?? ROLES[actor.role]}）`}</a>
          <form method="post" action="/logout">
            <Hidden name="_csrf" value={view.csrf} />
            <button type="submit" class="quiet">
              退出
            </button>
          </form>
        </div>
      </header>
      <main id="main" class={wide ? 'wide' : ''}>
        {trail.length > 0 && (
          <nav aria-label="位置" class="trail">
            {trail.map(({ text, href }) => (
              <>
                <a href={href}>{text}</a>
                <span aria-hidden="true"> › </span>
              </>
            ))}
          </nav>
        )}
        <div class="head">
          <h1>{title}</h1>
          <QuarterChoice view={view} />
          {actions !== undefined && <div class="actions">{actions}</div>}
        </div>
        {trouble !== null && (
          <p class="notice warning" role="status">{`配置或台账有误，以下仍按此前内容显示：${trouble}`}</p>
        )}
        {flash && (
          <p class={`notice ${flash.kind}`} role={flash.kind === 'error' ? 'alert' : 'status'}>
            {flash.text}
          </p>
        )}
        {children}
      </main>
    </Document>
  );
}

const isHere = (path: string, href: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

/** Which quarter the page is about; a choice where several were audited. */
function QuarterChoice({ view: { period, quarters, path } }: { readonly view: View }) {
  if (period === null) return null;
  if (quarters.length === 1) return <p class="quarter">{quarters[0]?.name}</p>;
  return (
    <form method="get" action={path} class="quarter">
      <label>
        <span class="unseen">季度</span>
        <select name="period" data-submit>
          {quarters.map(({ id, name }) => (
            <option value={id} selected={id === period}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="quiet unscripted">
        查看
      </button>
    </form>
  );
}
