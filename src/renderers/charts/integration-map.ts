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

/** How nodes lie: around a circle while their names have room there, else in one column with arcs beside it. */
interface Layout {
  readonly points: ReadonlyMap<string, Point>;
  readonly height: number;
  path(from: Point, to: Point): string;
  middle(from: Point, to: Point): readonly [number, number];
  name(node: MapNode, at: Point): Element;
}

function nameText(node: MapNode): string {
  return node.retired ? `${node.name} ×` : node.name;
}

function nameClass(node: MapNode): string {
  return node.kind === 'hub' ? 'c-strong' : 'c-label';
}

/** Nodes on one circle in the given order, the first at the top: the same input gives the same places. */
function circle(nodes: readonly MapNode[], frame: Frame): Layout {
  const radius = frame.width < 480 ? frame.width * 0.24 : 165;
  const cy = radius + 40;
  const place = (i: number): Point => {
    const angle = (i / nodes.length) * 2 * Math.PI - Math.PI / 2;
    return { x: frame.width / 2 + radius * Math.cos(angle), y: cy + radius * Math.sin(angle), angle };
  };
  return {
    points: new Map(nodes.map((node, i) => [node.id, place(i)])),
    height: cy + radius + 44,
    path: (from, to) => `M${from.x.toFixed(1)},${from.y.toFixed(1)}L${to.x.toFixed(1)},${to.y.toFixed(1)}`,
    middle: (from, to) => [(from.x + to.x) / 2, (from.y + to.y) / 2],
    name(node, at) {
      const side = Math.cos(at.angle);
      const anchor = side > 0.15 ? 'start' : side < -0.15 ? 'end' : 'middle';
      const x = at.x + (anchor === 'start' ? 15 : anchor === 'end' ? -15 : 0);
      const y = at.y + (anchor === 'middle' ? (Math.sin(at.angle) < 0 ? -16 : 25) : 4.5);
      const room = anchor === 'start' ? frame.width - x - 2 : anchor === 'end' ? x - 2 : 130;
      return label(x, y, nameText(node), { class: nameClass(node), 'text-anchor': anchor }, room);
    },
  };
}

const ROW = 24;

/** Nodes in one column in the given order; every link is half an ellipse to the right of it. */
function column(nodes: readonly MapNode[], frame: Frame): Layout {
  const x = frame.width < 480 ? 132 : 230;
  const widest = frame.width - x - 14;
  const bulge = (from: Point, to: Point): number => (Math.abs(from.y - to.y) / (nodes.length * ROW)) ** 0.7 * widest;
  return {
    points: new Map(nodes.map((node, i) => [node.id, { x, y: 16 + i * ROW, angle: 0 }])),
    height: nodes.length * ROW + 18,
    path(from, to) {
      const [top, low] = from.y < to.y ? [from, to] : [to, from];
      return `M${x},${top.y}A${bulge(from, to).toFixed(1)},${(low.y - top.y) / 2} 0 0 1 ${x},${low.y}`;
    },
    middle: (from, to) => [x + bulge(from, to), (from.y + to.y) / 2],
    name: (node, at) =>
      label(x - 16, at.y + 4.5, nameText(node), { class: nameClass(node), 'text-anchor': 'end' }, x - 20),
  };
}

function dot(node: MapNode, at: Point): Element {
  const shape = { cx: at.x, cy: at.y, r: node.kind === 'hub' ? 10 : 7 };
  const look = node.kind === 'isolated' ? 'c-ring-dashed' : node.retired ? 'n-retired' : 'c-dot';
  return el('circle', { ...shape, class: look }, el('title', {}, node.words));
}

function edge(link: MapEdge, from: Point, to: Point, layout: Layout): Element[] {
  const look = { class: `e-${link.state}`, d: layout.path(from, to) };
  const line = el('path', look, el('title', {}, link.words));
  if (!link.cut) return [line];
  const [x, y] = layout.middle(from, to);
  return [
    line,
    el('path', { class: 'c-missed', d: `M${(x - 5).toFixed(1)},${(y - 5).toFixed(1)}l10,10m0,-10l-10,10` }),
  ];
}

function key(frame: Frame, y: number): ReturnType<typeof legend> {
  const stroke = (state: string) => (left: number, top: number) =>
    el('path', { class: state, d: `M${left},${top + 7}h14` });
  return legend(frame, y, [
    { swatch: stroke('e-live'), text: 'live' },
    { swatch: stroke('e-stale'), text: 'stale: silent for 30 days' },
    { swatch: stroke('e-manual'), text: 'copied by hand' },
    {
      swatch: (left, top) => el('path', { class: 'c-missed', d: `M${left + 2},${top + 2}l10,10m0,-10l-10,10` }),
      text: 'cut by a retirement',
    },
    {
      swatch: (left, top) => el('circle', { cx: left + 7, cy: top + 7, r: 6, class: 'c-ring-dashed' }),
      text: 'no live link',
    },
  ]);
}

/** What breaks: tools, their live, stale and manual links, and the links that a retirement cuts. */
export function integrationMap(
  frame: Frame,
  words: { readonly title: string; readonly desc: string },
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
): Drawing {
  const layout = nodes.length <= (frame.width < 480 ? 10 : 16) ? circle(nodes, frame) : column(nodes, frame);
  const lines = edges.flatMap((link) => {
    const from = layout.points.get(link.from);
    const to = layout.points.get(link.to);
    return from && to ? edge(link, from, to, layout) : [];
  });
  const marks = nodes.flatMap((node) => {
    const at = layout.points.get(node.id);
    return at ? [dot(node, at), layout.name(node, at)] : [];
  });
  const explained = key(frame, layout.height);
  return drawing(frame, words, layout.height + explained.height, [...lines, ...marks, ...explained.body]);
}
