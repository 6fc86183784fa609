import { OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from '../env.ts';
import { onInvalid } from './errors.ts';

/** The routes of one area, with what all have in common. */
export const apiArea = (): OpenAPIHono<Env> => new OpenAPIHono<Env>({ defaultHook: onInvalid });
