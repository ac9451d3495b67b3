import { FileTrigger, Button } from 'react-aria-components';
import { Window } from '../parts/Window';
import { useRun, useShown, useWorkspace } from '../shell/useWorkspace';

/** What is open, what else there is to open, and how to open a file of one's own. */
export function Datasets() {
  const run = useRun();
  const dataset = useShown((s) => s.dataset);
  const { bundledCases } = useWorkspace();
  const close = () => void run('closeDialog');
  const openFile = (file: File) => {
    close();
    void run('openFile', file);
  };
  return (
    <Window title="Datasets" onClose={close}>
      {dataset && (
        <div className="dataset-open">
          <h3 className="section-title">Open</h3>
          <p><b>{dataset.description.title}</b></p>
          {dataset.description.summary && <p className="prose">{dataset.description.summary}</p>}
          <p className="quiet">{dataset.description.entities} entities, {dataset.description.relationships} relationships, {dataset.description.claims} claims, {dataset.description.sources} sources{dataset.description.licence && ` · ${dataset.description.licence}`}</p>
        </div>
      )}
      {dataset?.perspectives && dataset.perspectives.length > 1 && (
        <>
          <h3 className="section-title">Views of this case</h3>
          <div className="dataset-list">
            {dataset.perspectives.map(({ id, title, summary }) => (
              <button key={id} type="button" className="button view-choice" onClick={() => { close(); void run('showPerspective', id); }}><b>{title}</b><span className="quiet">{summary}</span></button>
            ))}
          </div>
        </>
      )}
      <h3 className="section-title">Cases that come along</h3>
      <div className="dataset-list">
        {bundledCases.map(({ name, title }) => (
          <button key={name} type="button" className="button" onClick={() => { close(); void run('openBundled', name); }}>{title}</button>
        ))}
      </div>
      <h3 className="section-title">Your own</h3>
      <div className="dataset-list">
        <p className="quiet">Choose a file, or drop it anywhere on the window. It is read here and goes nowhere.</p>
        <FileTrigger onSelect={(files) => files?.[0] && openFile(files[0])}>
          <Button className="button">Choose a file…</Button>
        </FileTrigger>
      </div>
    </Window>
  );
}
