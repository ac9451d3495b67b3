/** What was left out of something published, as a sentence: "Hidden: 9 ended before." Empty where nothing was. */
export function hiddenText(hidden: string | undefined): string {
  return hidden === undefined || hidden === '' ? '' : `${hidden[0]!.toUpperCase()}${hidden.slice(1)}.`;
}
