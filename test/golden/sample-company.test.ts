import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliJson, temporaryFolder } from '../support/cli.ts';

const home = temporaryFolder();
const read = (name: string) => readFileSync(join(home.path, 'demo', 'reports', '2026-Q3', name), 'utf8');
const committed = (name: string) => join(import.meta.dirname, 'files', name);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function decoded(text: string): string {
  return text
    .replace(/&#(x[0-9a-f]+|\d+);/gi, (_all, code: string) =>
      String.fromCodePoint(code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code)),
    )
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_all, name: string) => ENTITIES[name] ?? '');
}

/** What a reader reads, a block or cell to the line; a change of style or of a drawing does not touch it. */
function textOf(html: string): string {
  const text = html
    .replace(/<(script|style|svg|head)\b[\s\S]*?<\/\1>/g, '')
    .replace(/\s+/g, ' ')
    .replace(
      /<\/?(article|aside|div|dd|details|dl|dt|fieldset|figcaption|figure|footer|form|h\d|header|label|legend|li|main|nav|ol|option|p|section|select|summary|table|tbody|td|tfoot|th|thead|tr|ul|br)\b[^>]*>/g,
      '\n',
    )
    .replace(/<[^>]*>/g, '');
  const lines = decoded(text).split('\n');
  return `${lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')}\n`;
}

beforeAll(() => cliJson<unknown>(['demo', join(home.path, 'demo')]));
afterAll(home.dispose);

/** `npm run golden` writes the files anew; their difference is then read like any other change. */
describe('the later quarter of the sample company', () => {
  it('has the audit document of old', () => expect(read('audit.json')).toMatchFileSnapshot(committed('audit.json')));
  it('has the Markdown report of old', () => expect(read('report.md')).toMatchFileSnapshot(committed('report.md')));
  it('has the HTML report of old, as text', () =>
    expect(textOf(read('report.html'))).toMatchFileSnapshot(committed('report.txt')));
});
