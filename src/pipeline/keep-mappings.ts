import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml';
import { headerPrint } from '../connectors/files/recognition/column-labels.ts';
import { type FileMapping, Mappings } from '../model/mapping.ts';
import { writeFileAtomic } from '../workspace/atomic-write.ts';
import { MAPPINGS_FILE } from '../workspace/mappings.ts';
import type { Workspace } from '../workspace/workspace.ts';

const NEW_FILE = `# What files with an unknown header are. \`unsprawl import --map\` writes here; a later file with the same columns, in
# any order, is read by it without asking. Correct it by hand where it is wrong: the next \`collect\` reads all files anew.
schema: unsprawl/mappings@1
mappings: []
`;

/** Without what is said by its absence. */
function written(mapping: FileMapping): Record<string, unknown> {
  const { constants, day_orders, paid_is_negative, ...rest } = mapping;
  return {
    ...rest,
    ...(Object.keys(constants).length === 0 ? {} : { constants }),
    ...(Object.keys(day_orders).length === 0 ? {} : { day_orders }),
    ...(paid_is_negative ? { paid_is_negative } : {}),
  };
}

function printOf(item: unknown): string | null {
  const header = isMap(item) ? item.get('header') : undefined;
  return isSeq(header) ? headerPrint((header.toJSON() as unknown[]).map(String)) : null;
}

/**
 * Writes mappings into mappings.yaml, whole or not at all, and keeps its comments. One for a header that stands there
 * takes the place of the earlier.
 * @returns all mappings of the workspace
 */
export async function keepMappings(
  { root }: Pick<Workspace, 'root'>,
  mappings: readonly FileMapping[],
): Promise<readonly FileMapping[]> {
  const path = join(root, MAPPINGS_FILE);
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '';
    throw cause;
  });
  const document = parseDocument(text.trim() === '' ? NEW_FILE : text);
  const held = document.get('mappings');
  const list = isSeq(held) ? held : new YAMLSeq();
  if (!isSeq(held)) document.set('mappings', list);
  list.flow = false;
  for (const mapping of mappings) {
    const node = document.createNode(written(mapping));
    const header = node instanceof YAMLMap ? node.get('header') : null;
    if (header instanceof YAMLSeq) header.flow = true;
    const at = list.items.findIndex((item) => printOf(item) === headerPrint(mapping.header));
    if (at === -1) list.add(node);
    else list.set(at, node);
  }
  if (mappings.length > 0) await writeFileAtomic(path, document.toString({ lineWidth: 0 }));
  return Mappings.parse(document.toJS()).mappings;
}
