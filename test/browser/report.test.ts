import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html } from '../../src/renderers/html/html.ts';
import { emptyAudit, hostileAudit, sampleAudit } from '../support/audit-sample.ts';
import { lacks, programPath } from '../support/needs.ts';
import { renderAssets } from '../support/render-assets.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Evaluated as text in the page, where the types of the browser are not known to this project. */
const openAll = "document.querySelectorAll('details').forEach((details) => { details.open = true; })";

const audits = { sample: sampleAudit, empty: emptyAudit, hostile: hostileAudit };
type Name = keyof typeof audits;

describe.skipIf(lacks('chromium'))('report.html in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unsprawl-report-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: programPath('chromium') ?? '', args });
    for (const [name, audit] of Object.entries(audits)) {
      const [file] = await html.render(audit(), renderAssets());
      writeFileSync(join(folder, `${name}.html`), file?.bytes ?? '');
    }
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a report and gives the page with everything that went wrong while it was open. */
  async function open(name: Name, options: BrowserContextOptions = {}): Promise<{ page: Page; faults: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    const url = pathToFileURL(join(folder, `${name}.html`)).href;
    const faults: string[] = [];
    page.on('request', (request) => {
      if (request.url() !== url) faults.push(`request ${request.url()}`);
    });
    page.on('console', (message) => faults.push(`console ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`error ${error.message}`));
    page.on('dialog', (dialog) => {
      faults.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(url);
    return { page, faults };
  }

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const runner = (
        globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe;
      const result = await runner.run();
      return result.violations.map(
        (v) =>
          `${v.id}: ${v.nodes
            .slice(0, 3)
            .map((node) => node.html)
            .join(' | ')}`,
      );
    });
  }

  const names = Object.keys(audits) as Name[];

  test.each(names)('%s: no request, no console message, policy holds', async (name) => {
    const { page, faults } = await open(name);
    await page.evaluate(openAll);
    expect(faults).toEqual([]);
    const blocked = await page.evaluate(async () => {
      try {
        await fetch('http://127.0.0.1:9/');
        return false;
      } catch {
        return true;
      }
    });
    expect(blocked).toBe(true);
    await page.context().close();
  });

  test.each(names)('%s: axe-core finds nothing, in light and in dark', async (name) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open(name, { bypassCSP: true, colorScheme });
      await page.evaluate(openAll);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
  });

  test.each(names)('%s: nothing scrolls sideways at 390 px', async (name) => {
    const { page } = await open(name, { viewport: { width: 390, height: 844 } });
    await page.evaluate(openAll);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.context().close();
  });

  test('without JavaScript every part is readable and the controls are hidden', async () => {
    const { page } = await open('sample', { javaScriptEnabled: false });
    expect(await page.locator('section[data-part]').count()).toBe(15);
    expect(await page.locator('.lead').first().isVisible()).toBe(true);
    expect(await page.locator('.controls').isVisible()).toBe(false);
    const proof = page.locator('details.proof').first();
    await proof.locator('summary').click();
    expect(await proof.locator('li').first().isVisible()).toBe(true);
    await page.context().close();
  });

  test('sorting, searching and the theme work from the keyboard', async () => {
    const { page, faults } = await open('sample', { colorScheme: 'light' });
    const table = page.locator('#part-3 table').first();
    await table.getByRole('button', { name: /Annual spend/ }).press('Enter');
    const first = () => table.locator('tbody tr').first().locator('th').textContent();
    const last = () => table.locator('tbody tr').last().locator('th').textContent();
    expect(await first()).toContain('Trello');
    expect(await last()).toContain('Miro');
    await table.getByRole('button', { name: /Annual spend/ }).press('Enter');
    expect(await first()).toContain('HubSpot');
    expect(await last()).toContain('Miro');
    await table.getByRole('searchbox').fill('zoom');
    expect(await table.locator('tbody tr:visible').count()).toBe(1);
    expect(await table.getByRole('status').textContent()).toBe('1 of 14 rows');
    const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const before = await paper();
    await page.getByRole('button', { name: 'Light or dark' }).press('Enter');
    expect(await paper()).not.toBe(before);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('in print nothing is wider than the sheet and the theme is light', async () => {
    const { page } = await open('sample', { colorScheme: 'dark', viewport: { width: 673, height: 950 } });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(673);
    expect(await page.locator('.controls').isVisible()).toBe(false);
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(29, 28, 26)');
    await page.context().close();
  });
});
