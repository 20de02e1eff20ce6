import { parse } from 'tldts';
import type { NameKind } from '../../model/product.ts';
import type { Lookup } from './lookup.ts';
import { appliesTo, type Target } from './target.ts';

export interface Host {
  /** Lower case, without `www.`. */
  readonly name: string;
  /** Registrable domain; null for an address, a bare name or an unknown ending. */
  readonly domain: string | null;
  /** Labels before the registrable domain, outermost first. */
  readonly labels: readonly string[];
  /** Path without the leading slash, lower case. */
  readonly path: string;
  readonly isAddress: boolean;
}

const HOST =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^\s/@]*@)?((?:[a-z0-9_-]+\.)+(?:[a-z0-9-]{2,}|\d)\.?)(?::\d+)?(?:[/?#](\S*))?$/;

/** Reads a host name or an address of a page; undefined where the text is neither. */
export function readHost(text: string): Host | undefined {
  const found = HOST.exec(text.trim().toLowerCase());
  const raw = found?.[1]?.replace(/\.$/, '');
  if (raw === undefined) return undefined;
  const name = raw.replace(/^www\d?\./, '');
  const { domain, subdomain, isIp, isIcann } = parse(name);
  const known = isIcann === true ? domain : null;
  const labels = known === null || subdomain === null || subdomain === '' ? [] : subdomain.split('.');
  return { name, domain: known, labels, path: found?.[2] ?? '', isAddress: isIp === true };
}

/** `acme-my.sharepoint.com` is `my.sharepoint.com` of one tenant. */
const TENANT_PREFIX = /^[a-z0-9]+-(?=my\.sharepoint\.com$)/;

/** The most telling entry: host with path first, then the host, then each parent down to the registrable domain. */
export function hostTarget(lookup: Lookup, kind: NameKind, host: Host): Target | undefined {
  const parts = host.name.replace(TENANT_PREFIX, '').split('.');
  const segments = host.path.split(/[?#]/, 1)[0]?.split('/').filter(Boolean).slice(0, 2) ?? [];
  for (let skip = 0; skip < parts.length - 1; skip += 1) {
    const name = parts.slice(skip).join('.');
    for (let depth = segments.length; depth >= 0; depth -= 1) {
      const target = lookup.domains.get([name, ...segments.slice(0, depth)].join('/'));
      if (target !== undefined && appliesTo(target, kind)) return target;
    }
  }
  return undefined;
}
