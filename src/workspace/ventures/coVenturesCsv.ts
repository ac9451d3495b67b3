import type { VenturesAnswer } from '../../analysis';
import { defused } from '../../model';

/** Who meets in which ventures, as CSV (RFC 4180), most often first; text that a spreadsheet would run as a formula is defused. */
export async function coVenturesCsv({ coVentures }: VenturesAnswer, nameOf: (id: string) => string): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const rows = coVentures.map(({ a, b, ventures }) => [
    defused(nameOf(a)), defused(nameOf(b)), ventures.length, defused(ventures.map(nameOf).join('; ')),
  ]);
  return `${Papa.unparse({ fields: ['Party', 'Other party', 'Ventures', 'Which'], data: rows })}\r\n`;
}
