import type { Reading } from '../format';
import { refused } from '../report';

/** The reading of a file of a format that is written and not read. */
export function writtenOnly(format: string, label: string): Reading {
  return refused(format, 'dataset', [{
    code: 'written-only',
    severity: 'error',
    at: '(file)',
    value: label,
    message: `${label} is written here and not read: it is a picture or a script, and says too little of what it shows.`,
    hint: 'Open the file that it was made from, or export GraphML, GEXF, JSON or CSV from the tool that has it.',
  }]);
}
