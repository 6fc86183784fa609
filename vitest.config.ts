import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,checks,demo,bench,test}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    testTimeout: 30_000,
  },
});
