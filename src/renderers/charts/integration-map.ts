import { legend } from './rows.ts';
import { type Drawing, drawing, type Element, el, type Frame } from './svg.ts';
import { label } from './text.ts';

export interface MapNode {
  readonly id: string;
  readonly name: string;
  readonly kind: 'hub' | 'plain' | 'isolated';
  readonly retired: boolean;
  readonly words: string;
}

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly state: 'live' | 'stale' | 'manual';
  /** One end is to be retired. */
  readonly cut: boolean;
  readonly words: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** Nodes on one circle in the given order, the first at the top: the same input gives the same places. */
function circle(nodes: readonly MapNode[], cx: number, cy: number, radius: number): ReadonlyMap<string, Point> {
  return new Map(
    nodes.map((node, i) => {
      const angle = (i / nodes.length) * 2 * Math.PI - Math.PI / 2;
      return [node.id, { x: cx + radius * Math.cos(angle), y: cy + radius * Math.sin(angle), angle }];
    }),
  );
}

function name(node: MapNode, at: Point, frame: Frame): Element {
  const side = Math.cos(at.angle);
  const anchor = side > 0.15 ? 'start' : side < -0.15 ? 'end' : 'middle';
  const x = at.x + (anchor === 'start' ? 15 : anchor === 'end' ? -15 : 0);
  const y = at.y + (anchor === 'middle' ? (Math.sin(at.angle) < 0 ? -16 : 25) : 4.5);
  const room = anchor === 'start' ? frame.width - x - 2 : anchor === 'end' ? x - 2 : 130;
  return label(
    x,
    y,
    node.retired ? `${node.name} ×` : node.name,
    { class: node.kind === 'hub' ? 'c-strong' : 'c-label', 'text-anchor': anchor },
    room,
  );
}

function dot(node: MapNode, at: Point): Element {
  const shape = { cx: at.x, cy: at.y, r: node.kind === 'hub' ? 10 : 7 };
  const look = node.kind === 'isolated' ? 'c-ring-dashed' : node.retired ? 'n-retired' : 'c-dot';
  return el('circle', { ...shape, class: look }, el('title', {}, node.words));
}

function edge(link: MapEdge, from: Point, to: Point): Element[] {
  const line = el(
    'path',
    {
      class: `e-${link.state}${link.cut ? ' e-cut' : ''}`,
      d: `M${from.x.toFixed(1)},${from.y.toFixed(1)}L${to.x.toFixed(1)},${to.y.toFixed(1)}`,
    },
    el('title', {}, link.words),
  );
  if (!link.cut) return [line];
  const x = (from.x + to.x) / 2;
  const y = (from.y + to.y) / 2;
  return [
    line,
    el('path', { class: 'c-missed', d: `M${(x - 5).toFixed(1)},${(y - 5).toFixed(1)}l10,10m0,-10l-10,10` }),
  ];
}

/** What breaks: tools on a circle, live, stale and manual links, and the links that a retirement cuts. */
export function integrationMap(
  frame: Frame,
  words: { readonly title: string; readonly desc: string },
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
): Drawing {
  const radius = frame.width < 480 ? frame.width * 0.24 : 165;
  const cy = radius + 40;
  const points = circle(nodes, frame.width / 2, cy, radius);
  const lines = edges.flatMap((link) => {
    const from = points.get(link.from);
    const to = points.get(link.to);
    return from && to ? edge(link, from, to) : [];
  });
  const marks = nodes.flatMap((node) => {
    const at = points.get(node.id);
    return at ? [dot(node, at), name(node, at, frame)] : [];
  });
  const stroke = (state: string) => (x: number, y: number) => el('path', { class: state, d: `M${x},${y + 7}h14` });
  const key = legend(frame, cy + radius + 44, [
    { swatch: stroke('e-live'), text: 'live' },
    { swatch: stroke('e-stale'), text: 'stale: silent for 30 days' },
    { swatch: stroke('e-manual'), text: 'copied by hand' },
    {
      swatch: (x, y) => el('path', { class: 'c-missed', d: `M${x + 2},${y + 2}l10,10m0,-10l-10,10` }),
      text: 'cut by a retirement',
    },
    { swatch: (x, y) => el('circle', { cx: x + 7, cy: y + 7, r: 6, class: 'c-ring-dashed' }), text: 'no live link' },
  ]);
  return drawing(frame, words, cy + radius + 44 + key.height, [...lines, ...marks, ...key.body]);
}
