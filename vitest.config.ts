import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['{src,checks,demo,test}/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
});
