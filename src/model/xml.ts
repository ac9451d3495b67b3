const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;',
};

/** What XML 1.0 has no place for, not even as a reference: control characters, halves of characters, U+FFFE and U+FFFF. */
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
const ALL_NO_XML = new RegExp(NO_XML, 'gu');

/** Whether every character of a text can stand in XML. */
export function isXmlText(text: string): boolean {
  return !NO_XML.test(text);
}

/** A text in which U+FFFD stands for what XML has no place for. */
export function withoutNoXml(text: string): string {
  return text.replace(ALL_NO_XML, '\uFFFD');
}

/** A text as the content of an element; what XML has no place for becomes U+FFFD. */
export function xmlText(text: string): string {
  return withoutNoXml(text).replace(/[&<>\r]/g, (found) => ESCAPES[found]!);
}

/** A text as the value of an attribute, between double quotes: line breaks and tabs stay what they are. */
export function xmlAttribute(text: string): string {
  return withoutNoXml(text).replace(/[&<>"\n\r\t]/g, (found) => ESCAPES[found]!);
}

/** A text as XML or HTML, fit for content and for attributes in either quotes alike. */
export function xmlAnywhere(text: string): string {
  return withoutNoXml(text).replace(/[&<>"']/g, (found) => ESCAPES[found]!);
}

/** The beginning of an element with those attributes that have a value, without its last bracket. */
export function xmlOpening(name: string, attributes: Readonly<Record<string, string | number | undefined>>): string {
  const parts = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${xmlAttribute(String(value))}"`,
  );
  return `<${name}${parts.join('')}`;
}
