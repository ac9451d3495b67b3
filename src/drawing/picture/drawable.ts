/** Text without what neither XML nor a canvas can show: controls, halves of surrogate pairs and non-characters become U+FFFD. */
export function drawable(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd');
}
