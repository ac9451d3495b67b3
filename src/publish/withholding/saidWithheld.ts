/** How a published file says it, where that is wanted. It names nobody and counts nothing. */
const NOTICE = 'something is withheld';

/** A snapshot or story that says that something is withheld from it. */
export function saidWithheld<T extends { hidden?: string | undefined }>(told: T): T {
  return { ...told, hidden: told.hidden === undefined ? NOTICE : `${told.hidden}; ${NOTICE}` };
}
