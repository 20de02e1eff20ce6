import { findingRules } from '../analysis/findings/registry.ts';
import { metrics } from '../analysis/metrics/registry.ts';
import { constructs } from '../analysis/principles/constructs.ts';
import { signals } from '../analysis/principles/signals/registry.ts';
import { loadCatalogue } from '../catalog/load.ts';
import { loadMatchQuality } from '../catalog/load-match-quality.ts';
import { profiles } from '../connectors/files/profiles/registry.ts';
import { loadRenderer, RENDERER_IDS } from '../renderers/registry.ts';
import { nameKindWords } from '../util/name-kind-words.ts';

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(header), `|${header.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

function templates(): string {
  const rows = profiles
    .filter(({ meta }) => meta.template !== undefined)
    .map(({ meta }) => [
      meta.template ?? '',
      meta.columns
        .filter((column) => column.extra !== true)
        .map((column) => (column.required ? `**${column.name}**` : column.name))
        .join(', '),
    ]);
  return table(['Template', 'Columns (required in bold)'], rows);
}

function connectors(): string {
  const rows = profiles
    .filter(({ meta }) => meta.template === undefined)
    .map(({ meta }) => [`\`${meta.id}\``, meta.title, meta.provides.join(', '), meta.cannotTell]);
  return table(['Profile', 'Export', 'Supplies', 'Cannot tell'], rows);
}

function measured(): string {
  const rows = metrics.map(({ meta }) => [`\`${meta.id}\``, meta.title, meta.unit, meta.grade, meta.formula]);
  return table(['Metric', 'Title', 'Unit', 'Grade', 'Formula'], rows);
}

function matching(): string {
  const share = (part: number, of: number) =>
    of === 0 ? '–' : `${part} of ${of} (${((100 * part) / of).toFixed(1)} %)`;
  return table(
    [
      'Kind of name',
      'Rows',
      'Product in the catalogue',
      'Right where it is',
      'Vendor alone told right',
      'Other things taken for software',
      'Wrong product with confidence',
    ],
    loadMatchQuality().map((m) => [
      nameKindWords(m.kind),
      String(m.rows),
      share(m.known, m.products),
      share(m.right, m.known),
      share(m.vendorRight, m.vendorOnly),
      share(m.takenIn, m.notSoftware),
      share(m.confidentlyWrong, m.rows),
    ]),
  );
}

function principles(): string {
  const rows = constructs.map((construct) => {
    const own = signals.filter(({ meta }) => meta.construct === construct.id);
    const readable = own.filter(({ meta }) => meta.requires.length > 0).map(({ meta }) => meta.id);
    return [
      construct.id,
      construct.title,
      construct.question,
      `${readable.length} of ${own.length}: ${readable.join(', ')}`,
    ];
  });
  return table(['', 'Construct', 'Question', 'Signals that files can supply today'], rows);
}

function rules(): string {
  return table(
    ['Finding', 'Step', 'Stated when'],
    findingRules.map(({ meta }) => [meta.title, String(meta.step), meta.condition]),
  );
}

async function reports(): Promise<string> {
  const renderers = await Promise.all(RENDERER_IDS.map((id) => loadRenderer(id)));
  return table(
    ['Format', 'What it is', 'Files'],
    renderers.map(({ meta }) => [`\`${meta.id}\``, meta.title, meta.produces.join(', ')]),
  );
}

function catalogueSize(): string {
  const { products, capabilities } = loadCatalogue();
  const vendors = new Set(products.map((product) => product.vendor)).size;
  return `${products.length} products of ${vendors} vendors in ${capabilities.length} capabilities.`;
}

/** Every generated region of the README by its name, made from the units' own `meta`. */
export async function documentationTables(): Promise<Readonly<Record<string, string>>> {
  return {
    templates: templates(),
    connectors: connectors(),
    metrics: measured(),
    principles: principles(),
    findings: rules(),
    reports: await reports(),
    catalogue: catalogueSize(),
    matching: matching(),
  };
}

/** The text with each `<!-- generated:NAME -->` ... `<!-- /generated -->` region renewed. Throws for an unknown name. */
export function withTables(text: string, tables: Readonly<Record<string, string>>): string {
  return text.replace(
    /(<!-- generated:(\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_all, head: string, name: string, tail: string) => {
      const content = tables[name];
      if (content === undefined) throw new Error(`README.md asks for a generated region "${name}" that nothing makes`);
      return `${head}${content}\n${tail}`;
    },
  );
}
