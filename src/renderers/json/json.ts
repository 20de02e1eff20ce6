import { z } from 'zod';
import { Audit } from '../../model/audit/audit.ts';
import type { Renderer } from '../renderer.ts';

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

/** The audit itself, checked against its own schema, and that schema as JSON Schema beside it. */
export const json = {
  meta: {
    id: 'json',
    title: 'The audit as one versioned document, with its JSON Schema',
    produces: ['audit.json', 'audit.schema.json'],
  },
  async render(audit) {
    return [
      { name: 'audit.json', bytes: bytesOf(Audit.parse(audit)) },
      { name: 'audit.schema.json', bytes: bytesOf(z.toJSONSchema(Audit)) },
    ];
  },
} satisfies Renderer;
