import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { findFindings } from '../../../app/console/find-findings.ts';
import { findingChoices } from '../../../app/console/finding-choices.ts';
import { evidenceFacts } from '../../../app/console/finding-evidence.ts';
import { neighbours, oneFinding } from '../../../app/console/one-finding.ts';
import type { WebContext } from '../../env.ts';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { type View, viewOf } from '../../view.ts';
import { type DecisionDraft, NO_DRAFT } from './decision-form.ts';
import { FindingPage } from './finding-page.tsx';
import type { FindingPageProps, PageDraft } from './finding-page-props.ts';
import { ListPage } from './list-page.tsx';
import { readPage, readQuery } from './query.ts';

/** What a page is shown with, also again after a form on it could not be taken. */
interface Shown<T> {
  readonly params: URLSearchParams;
  readonly draft?: T;
  readonly error?: string;
  readonly status?: ContentfulStatusCode;
}

/** Answers with the list of findings. */
export async function showList(c: WebContext, shown: Shown<DecisionDraft>): Promise<Response> {
  const view: View = { ...viewOf(c), path: '/findings' };
  if (view.period === null) return c.html(<NothingYet view={view} title="问题" />);
  const query = readQuery(shown.params);
  const filter = { ...query, period: view.period };
  const list = await findFindings(c.get('console'), view.actor, filter, readPage(shown.params));
  const choices = findingChoices(list.quarter, view.actor);
  return c.html(
    <ListPage {...{ view, list, choices, query }} draft={shown.draft ?? NO_DRAFT} error={shown.error} />,
    shown.status ?? 200,
  );
}

/** Answers with one finding. Throws NotThere. */
export async function showFinding(
  c: WebContext,
  number: string,
  { params, draft, status = 200 }: Shown<PageDraft>,
): Promise<Response> {
  const view: View = { ...viewOf(c), path: `/findings/${number}` };
  const console = c.get('console');
  const period = view.period ?? undefined;
  const of = await oneFinding(console, view.actor, { number, period });
  const query = readQuery(params);
  const place = await neighbours(console, view.actor, { ...query, period }, of.finding.id);
  const pieces = of.verdict?.evidence.length ?? 0;
  const asked = Number(params.get('evidence'));
  const index = Number.isInteger(asked) && asked > 0 && asked <= pieces ? asked : 1;
  const show = params.get('show') === 'picture' ? 'picture' : 'page';
  const facts = pieces > 0 ? await evidenceFacts(console, view.actor, { number, period, index }) : null;
  const evidence: FindingPageProps['evidence'] = facts && { index, facts, show };
  return c.html(<FindingPage {...{ view, of, query, place, evidence }} draft={draft ?? null} />, status);
}
