const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;

/** Which way a name reads: as its first letter does (Unicode Standard Annex 9, rules P2 and P3). */
export function directionOf(name: string): 'ltr' | 'rtl' {
  const [letter] = /\p{L}/u.exec(name) ?? [];
  return letter !== undefined && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}
