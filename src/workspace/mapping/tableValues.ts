/**
 * What the values of a column mean takes the words of many languages, which the page loads when it reads tables.
 * Load this file with `import()`.
 */
export { unknownValues, withAllValues } from '../../formats';
