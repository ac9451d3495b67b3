import type { Claim } from '../../model';
import type { DatasetBuilder } from '../builder';
import type { Page } from './page';

const PUBLISHER = 'LittleSis';

/**
 * A claim that asserts, by the page of a LittleSis record. All pages of LittleSis have one publisher,
 * so that two of them are not two witnesses.
 */
export function claimOfPage(page: Page, builder: DatasetBuilder): Claim {
  const title = page.id !== undefined ? `LittleSis ${page.kind === 'relationship' ? 'relationship' : 'profile'} ${page.id}` : page.url;
  const source = builder.source(`page ${page.url}`, () => ({ title, publisher: PUBLISHER, url: page.url, kind: 'other' }));
  return { source, stance: 'asserts' };
}

/** The claim of records of the database that have no page of their own. */
export function claimOfDatabase(builder: DatasetBuilder): Claim {
  return {
    source: builder.source('database', () => ({ title: 'LittleSis', publisher: PUBLISHER, url: 'https://littlesis.org/', kind: 'other' })),
    stance: 'asserts',
  };
}
