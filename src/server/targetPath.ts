/**
 * The path of a request's target ("/assets/a.js?x=1" gives "/assets/a.js"), as it was sent; undefined for any other form
 * of target ("*", "http://host/", "//host/") and for characters that no path has.
 */
export function targetPath(target: string | undefined): string | undefined {
  const [path] = (target ?? '').split('?', 1);
  if (!path || !/^\/(?![/\\])[\x21-\x7e]*$/.test(path) || /[\\#]/.test(path)) return undefined;
  return isDecodable(path) ? path : undefined;
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return false;
  }
}
