import { Hono } from 'hono';
import type { Env } from '../env.ts';
import { accountRoutes } from './accounts/routes.tsx';
import { bulletinRoutes } from './bulletins/routes.tsx';
import { coverageRoutes } from './coverage-entry/routes.tsx';
import { findingRoutes } from './findings/routes.tsx';
import { jobRoutes } from './jobs/routes.tsx';
import { logRoutes } from './log/routes.tsx';
import { messageRoutes } from './messages/routes.tsx';
import { overviewRoutes } from './overview/routes.tsx';
import { ownAccountRoutes } from './own-account.tsx';
import { rectificationRoutes } from './rectification/routes.tsx';
import { registerRoutes } from './registers/routes.tsx';
import { scorecardRoutes } from './scorecards/routes.tsx';
import { unitRoutes } from './unit/routes.tsx';
import { unitsRoutes } from './units/routes.tsx';

/** Every page behind the login. */
export const pageRoutes = new Hono<Env>();
for (const routes of [
  overviewRoutes,
  findingRoutes,
  accountRoutes,
  messageRoutes,
  bulletinRoutes,
  coverageRoutes,
  logRoutes,
  rectificationRoutes,
  registerRoutes,
  scorecardRoutes,
  unitsRoutes,
  unitRoutes,
  jobRoutes,
  ownAccountRoutes,
])
  pageRoutes.route('/', routes);
