import { Hono } from 'hono';
import type { Env } from '../env.ts';
import { overviewRoutes } from './overview/routes.tsx';
import { ownAccountRoutes } from './own-account.tsx';

/** Every page behind the login. */
export const pageRoutes = new Hono<Env>().route('/', overviewRoutes).route('/', ownAccountRoutes);
