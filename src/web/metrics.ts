import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What `GET /metrics` gives to Prometheus. */
export const registry = new Registry();

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
