import anyAscii from 'any-ascii';

/** A name as it is compared: in Latin letters without marks or case, its words apart by one space. "Корайолинк" gives "korayolink". */
export function foldText(text: string): string {
  return anyAscii(text).toLowerCase().replace(/['’`]/g, '').replace(/[^a-z0-9]+/g, ' ').trim();
}
