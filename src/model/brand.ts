import { z } from 'zod';

/** `brand.yaml`: whose report it is. Every key is optional. */
export const Brand = z.strictObject({
  name: z.string().default(''),
  /** Hex colour of the one accent. */
  accent: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as #1f5f8b')
    .default('#1f5f8b'),
  footer: z.string().default(''),
  confidentiality: z.string().default('Confidential'),
});
export type Brand = z.infer<typeof Brand>;
