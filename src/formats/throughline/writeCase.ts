import { caseFile, writtenCase, type Case } from '../../model';
import { compactJson } from './compactJson';
import { inSchemaOrder } from './canonicalJson';

/** A case as the text of its file: the same case gives the same bytes, and a record is a group of lines of its own. */
export function writeCase(one: Case): string {
  return compactJson(inSchemaOrder(writtenCase(one), caseFile));
}
