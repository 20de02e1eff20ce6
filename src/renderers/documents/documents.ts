import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import type { Audit } from '../../model/audit/audit.ts';
import { formatDay } from '../format/date.ts';
import { safeLocale } from '../format/number.ts';
import { visibleText } from '../format/words.ts';
import { inline } from '../markdown/lines.ts';
import type { RenderedFile, Renderer } from '../renderer.ts';
import { repack } from '../repack.ts';

type TransitionDocument = Audit['transition']['documents'][number];

function paragraphs(document: TransitionDocument): readonly Paragraph[] {
  return [
    new Paragraph({ text: visibleText(document.title), heading: HeadingLevel.HEADING_1 }),
    ...document.body.map((line) =>
      line.startsWith('## ')
        ? new Paragraph({ text: visibleText(line.slice(3)), heading: HeadingLevel.HEADING_2 })
        : new Paragraph({ text: visibleText(line), spacing: { after: 80 } }),
    ),
  ];
}

/** The library stamps the clock into the properties; the as-of date stands there instead. */
function withFixedDates(bytes: Uint8Array, day: string): Uint8Array {
  return repack(bytes, (name, text) =>
    name === 'docProps/core.xml'
      ? text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
      : null,
  );
}

async function word(
  audit: Audit,
  name: string,
  title: string,
  documents: readonly TransitionDocument[],
): Promise<RenderedFile> {
  const intro = new Paragraph({
    text: visibleText(`${audit.organisation.name}, ${formatDay(safeLocale(audit.organisation.locale), audit.asOf)}`),
  });
  const file = new Document({
    creator: 'unsprawl',
    lastModifiedBy: 'unsprawl',
    title,
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          intro,
          ...documents.flatMap(paragraphs),
        ],
      },
    ],
  });
  return { name, bytes: withFixedDates(new Uint8Array(await Packer.toBuffer(file)), audit.asOf) };
}

function markdown(title: string, documents: readonly TransitionDocument[]): Uint8Array {
  const lines = documents.flatMap((document) => [
    `# ${inline(document.title)}`,
    '',
    ...document.body.map((line) => (line.startsWith('## ') ? `\n## ${inline(line.slice(3))}\n` : `- ${inline(line)}`)),
    '',
  ]);
  const none = documents.length === 0 ? ['Nothing is decided yet, so there is nothing to record.', ''] : [];
  return new TextEncoder().encode([`<!-- ${title} -->`, '', ...none, ...lines].join('\n'));
}

/** Charter, DACI records and runbooks for people to fill in and sign, in Word and Markdown. */
export const documents = {
  meta: {
    id: 'documents',
    title: 'Charter, decision records and runbooks in Word and Markdown',
    produces: ['documents.docx', 'documents.md'],
  },
  async render(audit) {
    const title = 'Charter, decision records and runbooks';
    return [
      await word(audit, 'documents.docx', title, audit.transition.documents),
      { name: 'documents.md', bytes: markdown(title, audit.transition.documents) },
    ];
  },
} satisfies Renderer;
