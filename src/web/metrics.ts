import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Health } from '../app/console/health.ts';

const registry = new Registry();

collectDefaultMetrics({ register: registry, prefix: 'xunjian_' });

const requests = new Histogram({
  name: 'xunjian_http_request_seconds',
  help: 'Time to answer requests, in seconds.',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 10],
  registers: [registry],
});

/** @param ms milliseconds */
export const observeRequest = (method: string, status: number, ms: number): void =>
  requests.observe({ method, status: `${Math.floor(status / 100)}xx` }, ms / 1000);

const gauge = (name: string, help: string): Gauge =>
  new Gauge({ name: `xunjian_${name}`, help, registers: [registry] });

const GAUGES = {
  quarters: gauge('quarters_audited', 'Quarters of which an audit is kept.'),
  jobsWaiting: gauge('jobs_waiting', 'Jobs that wait for the crawler.'),
  jobsRunning: gauge('jobs_running', 'Jobs that the crawler has in hand.'),
  messagesWaiting: gauge('messages_waiting', 'Messages that are to be sent.'),
  messagesGivenUp: gauge('messages_given_up', 'Messages that could not be sent.'),
} as const;
const lastNight = gauge('last_night_end_seconds', 'When the newest night was done, in epoch seconds; 0 before any.');
const inputs = gauge('inputs_good', '1 where targets, rulebook and registers can be read as they are.');

/** All figures in the text format of Prometheus. */
export function metricsText(health: Health): Promise<string> {
  for (const [name, one] of Object.entries(GAUGES)) one.set(health[name as keyof typeof GAUGES]);
  lastNight.set((health.lastNightAt ?? 0) / 1000);
  inputs.set(Number(health.inputsAreGood));
  return registry.metrics();
}

export const METRICS_TYPE = registry.contentType;
