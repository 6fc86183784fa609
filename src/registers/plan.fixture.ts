import type { Plan, Unit } from '../model/plan.ts';

const unit = (id: string, name: string, fullName: string, aliases: readonly string[]): Unit => ({
  id,
  name,
  fullName,
  aliases,
  kind: 'department',
  home: null,
  enforcement: false,
  columns: [],
});

/** A plan of two units; registers look at nothing else of it. */
export const PLAN: Plan = {
  district: '示例区',
  timeZone: 'Asia/Shanghai',
  rulebook: 'linzi-2023',
  site: { home: 'http://www.example.gov.cn/', cms: 'auto', hosts: ['www.example.gov.cn'] },
  crawl: {
    contact: 'audit@example.gov.cn',
    perHost: { inFlight: 1, minDelayMs: 0, maxDelayMs: 0 },
    hours: null,
    render: 'never',
    fullEvery: 30,
    resolve: {},
    caps: { pageBytes: 1, fileBytes: 1, decompressedBytes: 1, redirects: 1, listPages: 1 },
  },
  models: {},
  units: [unit('sfj', '区司法局', '示例区司法局', ['区司法局（法制办）']), unit('tjj', '区统计局', '示例区统计局', [])],
};
