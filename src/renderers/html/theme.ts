import { blend, readable } from './colour.ts';

const DEFAULT_ACCENT = '#1f5f8b';

const light = {
  paper: '#fdfcfa',
  sheet: '#f5f2ec',
  ink: '#1d1c1a',
  muted: '#5c5850',
  line: '#dbd6cc',
  warm: '#e9c48e',
  'warm-deep': '#8a4b00',
  grey: '#8d887e',
};

const dark = {
  paper: '#17181b',
  sheet: '#202226',
  ink: '#ece9e3',
  muted: '#aaa69e',
  line: '#3b3d42',
  warm: '#7d5a26',
  'warm-deep': '#e8b063',
  grey: '#77756f',
};

/** The accent and its tints on one paper; text in the accent and on it has a contrast of 4.5:1 or more. */
function accents(accent: string, paper: string, ink: string): Record<string, string> {
  const base = readable(accent, paper, 5.5);
  return {
    accent: base,
    'on-accent': paper,
    'tint-0': blend(paper, base, 0.34),
    'tint-1': blend(paper, base, 0.26),
    'tint-2': blend(paper, base, 0.18),
    'tint-3': blend(paper, base, 0.1),
    'tint-4': blend(base, ink, 0.12),
  };
}

function declarations(palette: Readonly<Record<string, string>>): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

/** Custom properties of both themes. Print is always light; the reader's choice wins over the system's. */
export function themeCss(brandAccent: string): string {
  const accent = /^#[0-9a-f]{6}$/i.test(brandAccent) ? brandAccent.toLowerCase() : DEFAULT_ACCENT;
  const day = declarations({ ...light, ...accents(accent, light.paper, light.ink) });
  const night = declarations({ ...dark, ...accents(accent, dark.paper, dark.ink) });
  return [
    `:root{color-scheme:light;${day}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${night}}}`,
    `@media screen{:root[data-theme=dark]{color-scheme:dark;${night}}}`,
  ].join('\n');
}
