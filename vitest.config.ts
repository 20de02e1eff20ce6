import { defineConfig } from 'vitest/config';

const projects = ['unit', 'contract', 'property', 'golden', 'architecture', 'e2e', 'browser', 'workbook'];

export default defineConfig({
  test: {
    projects: projects.map((name) => ({
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`],
        testTimeout: name === 'e2e' || name === 'browser' || name === 'workbook' ? 120_000 : 30_000,
        hookTimeout: 180_000,
      },
    })),
  },
});
