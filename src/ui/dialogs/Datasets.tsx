import { useState } from 'react';
import { FileTrigger, Button } from 'react-aria-components';
import { Window } from '../parts/Window';
import { useRun, useShown, useWorkspace } from '../shell/useWorkspace';
import { chosenFiles } from './chosenFiles';
import { EarlierWorks } from './EarlierWorks';
import { READ } from './readFormats';

/** What is open, what else there is to open, and how to open a file of one's own. */
export function Datasets() {
  const run = useRun();
  const dataset = useShown((s) => s.dataset);
  const { bundledCases, ownFiles } = useWorkspace();
  const [title, setTitle] = useState('');
  const close = () => void run('closeDialog');
  const take = (command: 'openFiles' | 'addFiles') => (files: FileList | null) => {
    if (!files?.length) return;
    close();
    void run(command, chosenFiles(files));
  };
  return (
    <Window title="Datasets" onClose={close}>
      {dataset && (
        <div className="dataset-open">
          <h3 className="section-title">Open</h3>
          <p><b>{dataset.description.title}</b></p>
          {dataset.description.summary && <p className="prose">{dataset.description.summary}</p>}
          {dataset.onServer && (
            <p className="quiet">
              The data stay on the server of this page, which is asked every question. Nothing of them is kept in this browser but your
              work.
            </p>
          )}
          <p className="quiet">
            {dataset.description.entities} entities, {dataset.description.relationships} relationships,{' '}
            {dataset.description.claims} claims,{' '}
            {dataset.description.sources} sources{dataset.description.licence && ` · ${dataset.description.licence}`}
          </p>
        </div>
      )}
      {dataset?.perspectives && dataset.perspectives.length > 1 && (
        <>
          <h3 className="section-title">Views of this case</h3>
          <div className="dataset-list">
            {dataset.perspectives.map(({ id, title, summary }) => (
              <button
                key={id}
                type="button"
                className="button view-choice"
                onClick={() => {
                  close();
                  void run('showPerspective', id);
                }}
              >
                <b>{title}</b>
                <span className="quiet">{summary}</span>
              </button>
            ))}
          </div>
        </>
      )}
      <h3 className="section-title">Included cases</h3>
      <div className="dataset-list">
        {bundledCases.map(({ name, title }) => (
          <button key={name} type="button" className="button" onClick={() => { close(); void run('openBundled', name); }}>{title}</button>
        ))}
        <button type="button" className="button" onClick={() => { close(); void run('openBundledStory'); }}>
          A story: how Huawei came to be tied to Koryolink
        </button>
      </div>
      <EarlierWorks />
      <h3 className="section-title">A case of your own</h3>
      <form className="dataset-list chips" onSubmit={(event) => { event.preventDefault(); close(); void run('newCase', title); }}>
        <input
          className="new-case-title"
          aria-label="Title of the new case"
          placeholder="What is it about?"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <button type="submit" className="button">New case</button>
        {dataset && (
          <button
            type="button"
            className="button"
            onClick={() => {
              close();
              void run('saveCase');
            }}
          >
            Save this as a case file
          </button>
        )}
        {ownFiles && (
          <button
            type="button"
            className="button"
            title="What you do is saved in this file from then on"
            onClick={() => {
              close();
              void run('openOwnFile');
            }}
          >
            Open a case and work in its file…
          </button>
        )}
      </form>
      <h3 className="section-title">Your own</h3>
      <div className="dataset-list">
        <p className="quiet">
          Choose a file, several that belong together, or a folder; or drop them anywhere on the window. They are read on this machine and
          sent nowhere.
        </p>
        <div className="chips">
          <FileTrigger allowsMultiple onSelect={take('openFiles')}>
            <Button className="button">Choose a file…</Button>
          </FileTrigger>
          <FileTrigger acceptDirectory onSelect={take('openFiles')}>
            <Button className="button">Choose a folder…</Button>
          </FileTrigger>
          {dataset && (
            <FileTrigger allowsMultiple onSelect={take('addFiles')}>
              <Button className="button">Add a file to this chart…</Button>
            </FileTrigger>
          )}
        </div>
        <p className="quiet dataset-formats">Read: {READ.map((f) => f.label).join(' · ')}</p>
      </div>
    </Window>
  );
}
