import { z } from 'zod';
import { pictureSize, referencePlaces } from '../../model';

/** What the dialog for snapshots offers, as it was left; each has its default where what was kept cannot be read. */
export const pictureChoice = z.object({
  kind: z.enum(['png', 'svg', 'pdf', 'html', 'pptx', 'md', 'json', 'report.docx', 'report.pdf', 'report.xlsx']).catch('png'),
  theme: z.enum(['light', 'dark', 'print']).catch('light'),
  layers: z.boolean().catch(false),
  scale: z.int().min(1).max(4).catch(2),
  size: pictureSize.catch('drawn'),
  references: z.enum(referencePlaces).catch('below'),
});
