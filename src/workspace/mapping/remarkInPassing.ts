import type { Session } from '../session';

/**
 * What a file of tables had to say is no dialog where the user has settled how it is read: a notice says how much it is
 * and shows it. An error is told as ever.
 */
export function remarkInPassing(session: Session): void {
  const { report } = session.get();
  if (!report?.opened || report.issues.some((i) => i.severity === 'error')) return;
  session.set({ report: undefined });
  const n = report.issues.length;
  session.notify('info', `“${report.file}” was imported with ${n === 1 ? 'one warning' : `${n} warnings`}.`, {
    label: 'Show report', command: 'showReport',
  });
}
