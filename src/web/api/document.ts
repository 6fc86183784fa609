import type { OpenAPIHono } from '@hono/zod-openapi';
import { version } from '../../app/version.ts';
import type { Env } from '../env.ts';
import { API } from './address.ts';
import { TAGS } from './operation.ts';

const ABOUT = `巡检控制台的接口：网页上能做的都能做，权限与账号相同；单位账号只看到本单位的，别的单位的一律返回 404。

在“我的账号”页生成接口令牌，每次请求在请求头中带上 \`Authorization: Bearer xunjian_…\`。令牌放在网址中无效。
以浏览器登录的也可以使用；此时凡是改动都须在请求头 \`x-csrf-token\` 中带上页面上的令牌，并且来自本网站。

季度写作 \`2023Q2\`，日期写作 \`2023-08-11\`，时刻为 UTC 的 ISO 8601。出错时返回 \`{"error":{"status","what","remedy","details"}}\`。
他人同时作了改动的返回 409，请重新读取、核对后再提交。`;

export type ApiDocument = ReturnType<OpenAPIHono<Env>['getOpenAPI31Document']>;

/**
 * The OpenAPI document of the API, made of the routes themselves.
 * @param publicUrl where users reach the console; null where the settings do not say
 */
export const apiDocument = (routes: OpenAPIHono<Env>, publicUrl: string | null): ApiDocument =>
  routes.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: '巡检控制台接口', version: version(), description: ABOUT },
    servers: [{ url: publicUrl === null ? API : new URL(API, publicUrl).href }],
    tags: Object.values(TAGS).map((name) => ({ name })),
    security: [{ token: [] }, { session: [] }],
  });
