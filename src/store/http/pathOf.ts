/** Where a question is asked, below the API's own path: "whyNoRoute" at "/why-no-route". */
export function pathOf(name: string): string {
  return `/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
