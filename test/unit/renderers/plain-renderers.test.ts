import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Brand } from '../../../src/model/brand.ts';
import { documents } from '../../../src/renderers/documents/documents.ts';
import { ical } from '../../../src/renderers/ical/ical.ts';
import { json } from '../../../src/renderers/json/json.ts';
import { markdown } from '../../../src/renderers/markdown/markdown.ts';
import { emptyAudit, hostileAudit, sampleAudit } from '../../support/audit-sample.ts';

const assets = { templates: () => '', brand: Brand.parse({}) };
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe.each([json, markdown, ical, documents])('$meta.id', (renderer) => {
  it('gives the same bytes for the same audit, and the files it names', async () => {
    const [first, second] = [
      await renderer.render(sampleAudit(), assets),
      await renderer.render(sampleAudit(), assets),
    ];
    expect(first.map((file) => file.name)).toEqual([...renderer.meta.produces]);
    expect(first.map((file) => Buffer.from(file.bytes).toString('base64'))).toEqual(
      second.map((file) => Buffer.from(file.bytes).toString('base64')),
    );
  });

  it.each([
    ['empty', emptyAudit],
    ['hostile', hostileAudit],
  ])('writes an %s audit', async (_name, audit) => {
    for (const file of await renderer.render(audit(), assets)) expect(file.bytes.length).toBeGreaterThan(50);
  });
});

describe('markdown', () => {
  it('has the fifteen parts in order, none of them empty', async () => {
    for (const audit of [sampleAudit(), emptyAudit()]) {
      const [file] = await markdown.render(audit, assets);
      const parts = text(file!.bytes).split(/^## /m).slice(1);
      expect(parts.map((part) => Number.parseInt(part, 10))).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
      ]);
      for (const part of parts) expect(part.split('\n').slice(1).join('').trim().length).toBeGreaterThan(20);
    }
  });

  it('lets no markup through', async () => {
    const [file] = await markdown.render(hostileAudit(), assets);
    expect(text(file!.bytes)).not.toMatch(/<(script|img|b|svg)\b/i);
  });
});

describe('ical', () => {
  it('stamps the as-of date, not the clock', async () => {
    const [file] = await ical.render(sampleAudit());
    const stamps = text(file!.bytes).match(/^DTSTAMP:.*$/gm) ?? [];
    expect(stamps.length).toBe(sampleAudit().transition.calendar.length);
    expect(new Set(stamps.map((stamp) => stamp.trim()))).toEqual(new Set(['DTSTAMP:20261012T000000Z']));
  });
});

describe('documents', () => {
  it('is a Word file whose properties carry the as-of date', async () => {
    const [file] = await documents.render(sampleAudit());
    const entries = unzipSync(file!.bytes);
    expect(text(entries['docProps/core.xml']!)).toContain('2026-10-12T00:00:00Z');
    expect(text(entries['word/document.xml']!)).toContain(sampleAudit().transition.documents[0]!.title);
  });
});
