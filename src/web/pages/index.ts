import { Hono } from 'hono';
import type { Env } from '../env.ts';
import { accountRoutes } from './accounts/routes.tsx';
import { messageRoutes } from './messages/routes.tsx';
import { overviewRoutes } from './overview/routes.tsx';
import { ownAccountRoutes } from './own-account.tsx';

/** Every page behind the login. */
export const pageRoutes = new Hono<Env>();
for (const routes of [overviewRoutes, accountRoutes, messageRoutes, ownAccountRoutes]) pageRoutes.route('/', routes);
